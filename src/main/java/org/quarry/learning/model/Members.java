package org.quarry.learning.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.quarry.learning.LearningProblem;
import org.quarry.learning.data.ClassLabel;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Members of JSON objects, each demanded to be what it should be; else the model is broken. */
final class Members {
  private Members() {}

  static double[] numbers(JsonNode node, String name, int size) {
    List<JsonNode> values = list(node, name);
    require(values.size() == size, "“" + name + "” has not one number for each column.");
    double[] numbers = new double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = finite(values.get(i), name);
    }
    return numbers;
  }

  static double number(JsonNode node, String name) {
    return finite(member(node, name, JsonNode::isNumber), name);
  }

  private static double finite(JsonNode node, String name) {
    require(node.isNumber(), "“" + name + "” holds no number.");
    double number = node.doubleValue();
    require(Double.isFinite(number), "“" + name + "” holds no finite number.");
    return number;
  }

  /** A whole number from 0 on. */
  static int whole(JsonNode node, String name) {
    return wholeNumber(member(node, name, JsonNode::isIntegralNumber), name);
  }

  /** Whole numbers from 0 on. */
  static List<Integer> wholes(JsonNode node, String name) {
    return list(node, name).stream().map(each -> wholeNumber(each, name)).toList();
  }

  private static int wholeNumber(JsonNode number, String name) {
    require(
        number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= 0,
        "“" + name + "” is out of range.");
    return number.intValue();
  }

  static String text(JsonNode node, String name) {
    return member(node, name, JsonNode::isString).stringValue();
  }

  /** The one of some values whose text a member holds. */
  static <T> T oneOf(JsonNode node, String name, T[] values, Function<T, String> text) {
    String held = text(node, name);
    for (T value : values) {
      if (text.apply(value).equals(held)) {
        return value;
      }
    }
    throw new LearningProblem.BrokenModel("“" + name + "” cannot be “" + held + "”.", null);
  }

  static boolean truth(JsonNode node, String name) {
    return member(node, name, JsonNode::isBoolean).booleanValue();
  }

  static JsonNode object(JsonNode node, String name) {
    return member(node, name, JsonNode::isObject);
  }

  static List<JsonNode> list(JsonNode node, String name) {
    return List.copyOf(member(node, name, JsonNode::isArray).values());
  }

  private static JsonNode member(JsonNode node, String name, Predicate<JsonNode> kind) {
    JsonNode member = node.path(name);
    require(kind.test(member), "“" + name + "” is missing or damaged.");
    return member;
  }

  /** Labels in their order, none twice. */
  static List<ClassLabel> labels(JsonNode node, String name) {
    List<ClassLabel> labels = new ArrayList<>();
    for (JsonNode each : list(node, name)) {
      Object value =
          each.isString()
              ? each.stringValue()
              : each.isIntegralNumber() && each.canConvertToLong()
                  ? (Object) each.longValue()
                  : each.isFloatingPointNumber() ? (Object) each.doubleValue() : each;
      labels.add(new ClassLabel(value));
    }
    for (int i = 1; i < labels.size(); i++) {
      require(labels.get(i - 1).compareTo(labels.get(i)) < 0, "“" + name + "” is out of order.");
    }
    return labels;
  }

  /** Writes labels as {@link #labels(JsonNode, String)} reads them. */
  static void write(ArrayNode node, List<ClassLabel> labels) {
    for (ClassLabel label : labels) {
      switch (label.value()) {
        case Long number -> node.add(number);
        case Double number -> node.add(number);
        default -> node.add(label.text());
      }
    }
  }

  /** Writes numbers. */
  static void write(ArrayNode node, double[] numbers) {
    for (double number : numbers) {
      node.add(number);
    }
  }

  static void require(boolean sound, String why) {
    if (!sound) {
      throw new LearningProblem.BrokenModel(why, null);
    }
  }
}
