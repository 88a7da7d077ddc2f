package org.quarry.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes whole results at once. */
final class Text {
  private Text() {}

  /** Writes a text and flushes the writer. */
  static void print(Writer writer, String text) {
    try {
      writer.write(text);
      writer.flush();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes a JSON value over several lines and flushes the writer. */
  static void print(Writer writer, JsonNode value) {
    JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    print(writer, mapper.writeValueAsString(value) + "\n");
  }
}
