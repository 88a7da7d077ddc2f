package org.quarry.ui.inspector;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.quarry.database.records.TypedValue;
import org.quarry.work.Monitor;
import org.quarry.work.Work;

/** Reads a value in a mode. What it cannot be read as is said in a {@link Reading.Note}. */
record Readings(InspectedValue value, Mode mode, ZoneId zone) implements Work<Reading> {
  /** Characters that a text area lays out within a blink; a million take it two seconds. */
  static final int SHOWN = 200_000;

  @Override
  public Reading run(Monitor monitor) {
    if (value.value() == null) {
      return new Reading.Null();
    }
    if (value.isEmpty()) {
      return new Reading.Note("The empty " + value.storage() + ".", "");
    }
    try {
      return switch (mode) {
        case TEXT -> text();
        case JSON -> json(monitor);
        case XML -> xml(monitor);
        case HEX -> new Reading.Bytes(bytes());
        case IMAGE -> image(monitor);
        case DATE -> dates();
      };
    } catch (InspectorProblem refused) {
      return new Reading.Note(refused.what(), (refused.why() + " " + refused.next()).strip());
    }
  }

  private Reading text() {
    Optional<String> text = value.text();
    return text.isEmpty()
        ? new Reading.Note("These bytes are not UTF-8 text.", "Hex shows them.")
        : cut(text.get());
  }

  private static Reading.Words cut(String text) {
    if (text.length() <= SHOWN) {
      return new Reading.Words(text, 0);
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return new Reading.Words(text.substring(0, end), text.codePointCount(end, text.length()));
  }

  private Reading json(Monitor monitor) {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      return new Reading.Note(
          "These bytes are not JSON text.",
          "SQLite's own JSONB is not read here: json() in an SQL tab gives its text.");
    }
    return outline(JsonOutline.parse(whole(text.get(), "JSON"), monitor), false, OutlineText::json);
  }

  private Reading xml(Monitor monitor) {
    whole("", "XML");
    Object source = value.value() instanceof byte[] bytes ? bytes : value.text().orElse("");
    return outline(XmlOutline.parse(source, monitor), true, OutlineText::xml);
  }

  private static Reading outline(
      OutlineNode root, boolean xml, BiFunction<OutlineNode, Integer, String> format) {
    Reading.Words formatted = cut(format.apply(root, SHOWN + 1));
    return new Reading.Outline(root, xml, formatted);
  }

  private Reading image(Monitor monitor) {
    if (!(value.value() instanceof byte[] bytes)) {
      return new Reading.Note("This is " + words() + ", not a picture.", "Pictures are BLOBs.");
    }
    if (FileKind.of(bytes).isImage()) {
      whole("", "a picture");
    }
    return new Reading.Shown(Picture.read(bytes, monitor));
  }

  private Reading dates() {
    List<DateReading> dates = DateReadings.of(value.value(), zone);
    return dates.isEmpty()
        ? new Reading.Note(
            "This " + value.storage() + " is not a moment.",
            "Numbers are read as counts of time, texts as 2024-12-31 23:59:59.")
        : new Reading.Dates(dates);
  }

  private String words() {
    return value.value() instanceof String ? "a text" : "a number";
  }

  /** A form that has an end cannot be read from a beginning. */
  private String whole(String text, String form) {
    if (!value.whole()) {
      throw new InspectorProblem.Malformed(
          "Only the beginning is read.", "Load all of it to see it as " + form + ".", "");
    }
    return text;
  }

  private byte[] bytes() {
    return value.value() instanceof byte[] bytes
        ? bytes
        : TypedValue.text(value.value()).getBytes(StandardCharsets.UTF_8);
  }
}
