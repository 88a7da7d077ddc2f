package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.TypedValue;
import org.quarry.database.references.Reference;
import org.quarry.database.references.References;
import org.quarry.database.references.Referrer;
import org.quarry.database.references.StagedParents;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;

/**
 * What the rows of a table lead to and what leads to them, and how a person is told. The values of
 * a foreign key of several columns count together, whichever of them are shown. For the UI thread.
 */
final class RowLinks {
  /** What is said of a row that is not in the file yet. */
  static final String FRESH = " – new, not written yet";

  private final RecordsModel model;
  private final LinkLabels labels;
  private final Runnable written;
  private @Nullable Schema readFrom;
  private List<Reference> references = List.of();
  private List<Referrer> referrers = List.of();
  private final List<Runnable> waiting = new ArrayList<>();

  RowLinks(RecordsModel model) {
    this.model = model;
    labels = new LinkLabels(model.background(), model.open().database(), this::arrived);
    written = labels::forget;
    model.open().onWritten(written);
  }

  private void arrived() {
    model.tellCells();
    List<Runnable> told = List.copyOf(waiting);
    waiting.clear();
    told.forEach(Runnable::run);
  }

  private void readKeys() {
    Schema now = model.open().schema().get();
    if (!now.equals(readFrom)) {
      readFrom = now;
      References keys = new References(now);
      Table table = now.table(model.table().name()).orElse(model.table());
      references = keys.from(table);
      referrers = keys.to(table);
    }
  }

  /** What a column refers to, alone or with others. */
  private List<Reference> of(Column column) {
    readKeys();
    return references.stream().filter(each -> each.has(column)).toList();
  }

  /** What refers to the rows of the table. */
  List<Referrer> referrers() {
    readKeys();
    return referrers;
  }

  /** The references of a column that lead somewhere. */
  List<Reference.Sound> sound(Column column) {
    return of(column).stream()
        .filter(Reference.Sound.class::isInstance)
        .map(Reference.Sound.class::cast)
        .toList();
  }

  /** The reference by which the cell at a place can be followed, if it can. */
  Optional<Reference.Sound> followed(long place, int at) {
    return at >= 0 && at < model.columns().count()
        ? sound(model.columns().at(at)).stream()
            .filter(reference -> key(reference, place).isPresent())
            .findFirst()
        : Optional.empty();
  }

  /**
   * The values by which the row at a place refers, staged or as far as the page has them; empty if
   * one of them is NULL, which refers to nothing, or not read.
   */
  Optional<List<Object>> key(Reference.Sound reference, long place) {
    List<Object> key = new ArrayList<>();
    for (String name : reference.columns()) {
      model.table().column(name).map(column -> model.shown(place, column)).ifPresent(key::add);
    }
    return key.size() == reference.columns().size() ? Optional.of(key) : Optional.empty();
  }

  /** What the cell at a place refers to, a line for each of its column's foreign keys, or null. */
  @Nullable String hint(long place, int at) {
    List<Reference> each = of(model.columns().at(at));
    if (each.isEmpty() || model.key(place).isEmpty()) {
      return null;
    }
    return each.stream().map(one -> line(one, place)).collect(Collectors.joining("\n"));
  }

  private String line(Reference reference, long place) {
    return switch (reference) {
      case Reference.Broken broken -> "→ " + broken.to() + " – " + broken.why();
      case Reference.Sound sound -> {
        Optional<List<Object>> key = key(sound, place);
        if (key.isEmpty()) {
          yield "→ " + sound.to() + ": none";
        }
        wantInSight(sound);
        yield "→ " + named(sound, key.get());
      }
    };
  }

  /** The row a key refers to, as {@code customers 42: Ada Lovelace}. */
  private String named(Reference.Sound reference, List<Object> key) {
    if (!plain(key)) {
      return reference.to();
    }
    String words = labels.words(reference, key);
    if (LinkLabels.MISSING.equals(words)) {
      words =
          staged(reference, key)
              .map(row -> (row.label().isEmpty() ? "" : ": " + row.label()) + FRESH)
              .orElse(words);
    }
    return reference.to() + " " + shown(key) + (words == null ? ": …" : words);
  }

  /** The new row that a key refers to. */
  Optional<StagedParents.Parent> staged(Reference.Sound reference, List<Object> key) {
    return new StagedParents(model.journal(), reference).find(key);
  }

  /**
   * Names the row that a key refers to, with its label once that is read.
   *
   * @param told the name, once or twice
   */
  void name(Reference.Sound reference, List<Object> key, Consumer<String> told) {
    boolean known = !plain(key) || labels.words(reference, key) != null;
    told.accept(named(reference, key));
    if (!known) {
      waiting.add(() -> told.accept(named(reference, key)));
      labels.want(reference, List.of(key));
    }
  }

  /** Those in sight together, so that moving the mouse down a column reads once. */
  private void wantInSight(Reference.Sound reference) {
    RecordsModel.Sight sight = model.sight().get();
    List<List<Object>> keys = new ArrayList<>();
    for (long place = sight.first(); place < sight.first() + sight.rows(); place++) {
      key(reference, place).filter(RowLinks::plain).ifPresent(keys::add);
    }
    labels.want(reference, keys);
  }

  private static boolean plain(List<Object> key) {
    return key.stream().allMatch(RowLinks::plain);
  }

  private static boolean plain(Object value) {
    return value instanceof Long || value instanceof Double || value instanceof String;
  }

  private static String shown(List<Object> key) {
    return key.size() == 1
        ? shown(key.getFirst())
        : key.stream().map(RowLinks::shown).collect(Collectors.joining(", ", "(", ")"));
  }

  /** The beginning of a value, for a sentence. */
  static String shown(Object value) {
    String text = TypedValue.text(value);
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /**
   * The filters that let pass just the rows that refer to the row at a place, as typed into the
   * boxes of their columns; empty if one of its values cannot be referred to or typed.
   */
  Optional<Map<String, String>> referring(Referrer referrer, long place) {
    Map<String, String> filters = new LinkedHashMap<>();
    for (int at = 0; at < referrer.columns().size(); at++) {
      String child = referrer.columns().get(at);
      model
          .table()
          .column(referrer.referred().get(at))
          .map(column -> model.stored(place, column))
          .filter(RowLinks::plain)
          .ifPresent(value -> filters.put(child, filter(value)));
    }
    return filters.size() == referrer.columns().size() ? Optional.of(filters) : Optional.empty();
  }

  /** What is typed into a filter box for exactly this value. */
  static String filter(Object value) {
    return value instanceof String text
        ? "=\"" + text.replace("\"", "\"\"") + "\""
        : "=" + TypedValue.text(value);
  }

  void close() {
    model.open().removeOnWritten(written);
    labels.forget();
    waiting.clear();
  }
}
