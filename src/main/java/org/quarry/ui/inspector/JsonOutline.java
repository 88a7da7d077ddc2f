package org.quarry.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import org.quarry.work.Monitor;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON as an outline. Numbers keep their digits and equal keys are all kept, as an object of
 * Java would not.
 */
final class JsonOutline {
  private static final int DEEPEST = 500;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;
  private final Monitor monitor;
  private int tokens;

  private JsonOutline(JsonParser parser, Monitor monitor) {
    this.parser = parser;
    this.monitor = monitor;
  }

  /**
   * Reads a text.
   *
   * @throws InspectorProblem.Malformed if it is not JSON, saying where
   */
  static OutlineNode parse(String text, Monitor monitor) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      try {
        return new JsonOutline(parser, monitor).root();
      } catch (JacksonException wrong) {
        // A limit that is passed has no place of its own.
        TokenStreamLocation at = wrong.getLocation();
        throw malformed(at == null ? parser.currentLocation() : at, wrong.getOriginalMessage());
      }
    }
  }

  private OutlineNode root() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new InspectorProblem.Malformed("This is not JSON.", "The text is empty.", "");
    }
    OutlineNode root = value("", first);
    if (parser.nextToken() != null) {
      throw malformed(parser.currentTokenLocation(), "More follows after the end of the value.");
    }
    return root;
  }

  private static InspectorProblem malformed(TokenStreamLocation at, String why) {
    return new InspectorProblem.Malformed(
        "This is not JSON: line " + at.getLineNr() + ", column " + at.getColumnNr() + ".",
        sentence(why),
        "");
  }

  /** The parser's own words without its source and its classes. */
  private static String sentence(String why) {
    String line = why.lines().findFirst().orElse("").replaceAll("\\s*\\(start marker at .*", "");
    return line.endsWith(".") ? line : line + ".";
  }

  private OutlineNode value(String name, JsonToken token) {
    if (++tokens % 4096 == 0) {
      monitor.checkpoint();
    }
    return switch (token) {
      case START_OBJECT -> object(name);
      case START_ARRAY -> array(name);
      case VALUE_STRING -> OutlineNode.leaf(name, OutlineNode.Kind.STRING, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          OutlineNode.leaf(name, OutlineNode.Kind.NUMBER, parser.getString());
      case VALUE_TRUE, VALUE_FALSE ->
          OutlineNode.leaf(name, OutlineNode.Kind.BOOLEAN, parser.getString());
      default -> OutlineNode.leaf(name, OutlineNode.Kind.NULL, "null");
    };
  }

  private OutlineNode object(String name) {
    List<OutlineNode> parts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parts.add(value(key, parser.nextToken()));
    }
    return new OutlineNode(name, OutlineNode.Kind.OBJECT, "", parts);
  }

  private OutlineNode array(String name) {
    List<OutlineNode> parts = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      parts.add(value(Integer.toString(parts.size()), token));
    }
    return new OutlineNode(name, OutlineNode.Kind.ARRAY, "", parts);
  }
}
