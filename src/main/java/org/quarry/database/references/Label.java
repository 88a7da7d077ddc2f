package org.quarry.database.references;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.quarry.database.Identifiers;

/** What a person would call a row that is referred to: the texts of its label's columns. */
final class Label {
  /** Stands between the parts of a label: a character that no text is expected to have. */
  private static final char BETWEEN = '\u001f';

  /** Characters of each part. */
  private static final int LENGTH = 80;

  /** The parts are joined while the whole is no longer than this many characters. */
  private static final int SHORT = 60;

  private Label() {}

  /** SQL of the parts of the label of a row called {@code t}, to be read by {@link #read}. */
  static String sql(Reference.Sound reference) {
    return reference.labels().isEmpty()
        ? "''"
        : reference.labels().stream()
            .map(
                name ->
                    "ifnull(substr(CAST(t.%s AS TEXT), 1, %d), '')"
                        .formatted(Identifiers.quoteInMapper(name), LENGTH))
            .collect(Collectors.joining(" || char(" + (int) BETWEEN + ") || "));
  }

  /** The label of which SQLite gave the parts, on one line; empty when none says anything. */
  static String read(String parts) {
    return of(List.of(parts.split(String.valueOf(BETWEEN))));
  }

  /** The label made of some texts. */
  static String of(List<String> parts) {
    StringBuilder label = new StringBuilder();
    Stream<String> texts = parts.stream().map(part -> part.strip().replaceAll("\\s+", " "));
    for (String text : texts.filter(each -> !each.isEmpty()).toList()) {
      if (label.isEmpty() || label.length() + text.length() < SHORT) {
        label.append(label.isEmpty() ? "" : " ").append(text);
      }
    }
    return label.toString();
  }
}
