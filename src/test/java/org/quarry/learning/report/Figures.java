package org.quarry.learning.report;

import tools.jackson.databind.JsonNode;

/** Numbers out of reference files. */
public final class Figures {
  private Figures() {}

  public static int[] ints(JsonNode nodes) {
    return nodes.values().stream().mapToInt(JsonNode::intValue).toArray();
  }

  public static double[] doubles(JsonNode nodes) {
    return nodes.values().stream().mapToDouble(JsonNode::doubleValue).toArray();
  }

  public static double[][] table(JsonNode nodes) {
    return nodes.values().stream().map(Figures::doubles).toArray(double[][]::new);
  }
}
