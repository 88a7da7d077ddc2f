package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.profile.ColumnProfile;
import org.quarry.database.profile.Coverage;
import org.quarry.database.records.TypedValue;
import org.quarry.ui.kit.Texts;

/** A profile in words. */
final class ProfileFigures {
  private final ColumnProfile profile;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * A figure.
   *
   * @param name what it is
   * @param text how it reads
   * @param full the whole value
   */
  record Figure(String name, String text, String full) {}

  private ProfileFigures(ColumnProfile profile) {
    this.profile = profile;
  }

  /** The figures that the values have. */
  static List<Figure> of(ColumnProfile profile) {
    return new ProfileFigures(profile).list();
  }

  /** Of which rows a profile or a list of values is: "exact · 569 rows". */
  static String coverage(Coverage coverage) {
    String looked = Texts.number(coverage.looked());
    return switch (coverage.kind()) {
      case EXACT -> "exact · " + Texts.count(coverage.looked(), "row");
      case SAMPLE -> "sample of " + looked + " of " + FigureText.rows(coverage.of());
      case FIRST -> "first " + looked + " rows";
    };
  }

  private List<Figure> list() {
    ColumnProfile.Storage storage = profile.storage();
    ColumnProfile.Distinct distinct = profile.distinct();
    if (profile.coverage().kind() == Coverage.Kind.SAMPLE
        && profile.rows() < profile.coverage().looked()) {
      add("Rows that pass", Texts.number(profile.rows()));
    }
    add(
        "NULL",
        Texts.number(storage.nulls())
            + (storage.nulls() == 0
                ? ""
                : " · " + FigureText.share(storage.nulls(), profile.rows())));
    add("Distinct", (distinct.atLeast() ? "at least " : "") + Texts.number(distinct.count()));
    types(storage);
    numbers(profile.numbers());
    texts(profile.texts());
    if (profile.blobs() != null) {
      add("BLOB size", range(profile.blobs()) + " B");
    }
    return List.copyOf(figures);
  }

  private void types(ColumnProfile.Storage storage) {
    List<String> types = new ArrayList<>();
    type(types, storage.integers(), "integer");
    type(types, storage.reals(), "real");
    type(types, storage.texts(), "text");
    type(types, storage.blobs(), "BLOB");
    if (types.size() > 1) {
      add("Types", String.join(", ", types));
    }
  }

  private static void type(List<String> types, long count, String name) {
    if (count > 0) {
      types.add(Texts.number(count) + " " + name);
    }
  }

  private void numbers(ColumnProfile.@Nullable Numbers numbers) {
    if (numbers == null) {
      return;
    }
    add("Min", numbers.min());
    add("Max", numbers.max());
    if (numbers.mean() != null) {
      add("Mean", numbers.mean());
    }
    if (numbers.deviation() != null) {
      add("Std deviation", numbers.deviation());
    }
  }

  private void texts(ColumnProfile.@Nullable Texts texts) {
    if (texts == null) {
      return;
    }
    boolean mixed = profile.numbers() != null;
    add(mixed ? "First text" : "Min", quoted(texts.first()));
    add(mixed ? "Last text" : "Max", quoted(texts.last()));
    add("Length", range(texts.length()));
  }

  private static Object quoted(String text) {
    return text.isEmpty() ? "empty" : text;
  }

  private static String range(ColumnProfile.Range range) {
    return range.least() == range.most()
        ? Texts.number(range.least())
        : Texts.number(range.least()) + " to " + Texts.number(range.most());
  }

  private void add(String name, String text) {
    figures.add(new Figure(name, text, text));
  }

  private void add(String name, Object value) {
    figures.add(new Figure(name, FigureText.of(value), TypedValue.text(value)));
  }
}
