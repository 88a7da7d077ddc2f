package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.BlobSize;
import org.quarry.database.records.Clipped;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.TypedValue;
import org.quarry.database.references.Reference;
import org.quarry.database.references.References;
import org.quarry.database.references.ReferredRows;
import org.quarry.database.references.Referrer;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.Table;
import org.quarry.ui.kit.Latest;

/**
 * The rows that the cells of a table lead to, and those that lead to its rows. For the UI thread.
 */
final class RowLinks {
  private final RecordsModel model;
  private final LinkLabels labels;
  private final Latest following;
  private final Runnable written;
  private @Nullable Schema readFrom;
  private List<Reference> references = List.of();
  private List<Referrer> referrers = List.of();
  private final List<Runnable> waiting = new ArrayList<>();

  RowLinks(RecordsModel model) {
    this.model = model;
    labels = new LinkLabels(model.background(), model.open().database(), this::arrived);
    following = new Latest(model.background());
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

  /** What a column refers to. */
  List<Reference> of(Column column) {
    readKeys();
    return references.stream()
        .filter(each -> each.column().equalsIgnoreCase(column.name()))
        .toList();
  }

  /** What refers to the rows of the table. */
  List<Referrer> referrers() {
    readKeys();
    return referrers;
  }

  /** The reference by which the cell at a place can be followed, if it can. */
  Optional<Reference.Sound> followed(long place, int at) {
    boolean there = at >= 0 && at < model.columns().count() && value(place, at) != null;
    return there ? sound(model.columns().at(at)).stream().findFirst() : Optional.empty();
  }

  /** The references of a column that lead somewhere. */
  List<Reference.Sound> sound(Column column) {
    return of(column).stream()
        .filter(Reference.Sound.class::isInstance)
        .map(Reference.Sound.class::cast)
        .toList();
  }

  /** What the cell at a place refers to, a line for each of its column's foreign keys, or null. */
  @Nullable String hint(long place, int at) {
    Column column = model.columns().at(at);
    List<Reference> each = of(column);
    if (each.isEmpty() || model.key(place).isEmpty()) {
      return null;
    }
    return each.stream().map(one -> line(one, place, at)).collect(Collectors.joining("\n"));
  }

  private String line(Reference reference, long place, int at) {
    return switch (reference) {
      case Reference.Broken broken -> "→ " + broken.to() + " – " + broken.why();
      case Reference.Sound sound -> {
        Object value = value(place, at);
        if (value == null) {
          yield "→ " + sound.to() + ": none";
        }
        wantInSight(sound, at);
        yield "→ " + named(sound, value, "…");
      }
    };
  }

  /** The row a value refers to, as {@code customers 42: Ada Lovelace}. */
  private String named(Reference.Sound reference, Object value, String unread) {
    if (!plain(value)) {
      return reference.to();
    }
    String words = labels.words(reference, value);
    return reference.to() + " " + shown(value) + (words == null ? ": " + unread : words);
  }

  /**
   * Names the row that a cell refers to, with its label once that is read.
   *
   * @param told the name, once or twice
   */
  void name(Reference.Sound reference, Object value, Consumer<String> told) {
    boolean known = !plain(value) || labels.words(reference, value) != null;
    told.accept(named(reference, value, "…"));
    if (!known) {
      waiting.add(() -> told.accept(named(reference, value, "…")));
      labels.want(reference, List.of(value));
    }
  }

  /** Those in sight together, so that moving the mouse down a column reads once. */
  private void wantInSight(Reference.Sound reference, int at) {
    RecordsModel.Sight sight = model.sight().get();
    List<Object> values = new ArrayList<>();
    for (long place = sight.first(); place < sight.first() + sight.rows(); place++) {
      Object value = value(place, at);
      if (value != null && plain(value)) {
        values.add(value);
      }
    }
    labels.want(reference, values);
  }

  /** The value of a cell, staged or as far as the page has it; null also for none. */
  @Nullable Object value(long place, int at) {
    Column column = model.columns().at(at);
    Optional<RowChange> change = model.change(place);
    return change.isPresent() && change.get().values().containsKey(column.name())
        ? change.get().values().get(column.name())
        : model.stored(place, column);
  }

  private static boolean plain(Object value) {
    return value instanceof Long || value instanceof Double || value instanceof String;
  }

  private static String shown(Object value) {
    String text = TypedValue.text(value);
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /** Shows the row that the cell at a place refers to, or says that there is none. */
  void follow(Reference.Sound reference, long place, int at, Neighbours neighbours) {
    Object value = value(place, at);
    Optional<RowKey> key = model.key(place);
    if (value == null || key.isEmpty()) {
      return;
    }
    String column = model.columns().at(at).name();
    boolean whole = !(value instanceof Clipped) && !(value instanceof BlobSize);
    record Led(Object value, Optional<ReferredRows.Found> row) {}
    following.start(
        "Following " + column,
        monitor -> {
          Object full = whole ? value : model.rows().value(key.get(), column, monitor);
          Object sought = full == null ? value : full;
          return new Led(
              sought, new ReferredRows(model.open().database()).find(reference, sought, monitor));
        },
        led -> {
          if (led.row().isPresent()) {
            go(reference, led.value(), led.row().get().key(), neighbours);
          } else {
            staged(reference, led.value())
                .ifPresentOrElse(
                    fresh -> go(reference, led.value(), Optional.of(fresh), neighbours),
                    () ->
                        model.fail(
                            new RecordsProblem.NoSuchRow(
                                reference.to(), reference.referred(), shown(led.value()))));
          }
        },
        model::fail);
  }

  private static void go(
      Reference.Sound reference, Object value, Optional<RowKey> key, Neighbours neighbours) {
    if (key.isPresent()) {
      neighbours.showRow(reference.to(), key.get(), reference.referred());
    } else {
      neighbours.showRows(reference.to(), reference.referred(), filter(value));
    }
  }

  /** The staged row that will have the value. */
  private Optional<RowKey> staged(Reference.Sound reference, Object value) {
    for (RowKey.Fresh fresh : model.journal().freshRows(reference.to())) {
      boolean meant =
          model
              .journal()
              .change(reference.to(), fresh)
              .filter(change -> value.equals(change.values().get(reference.referred())))
              .isPresent();
      if (meant) {
        return Optional.of(fresh);
      }
    }
    return Optional.empty();
  }

  /** The stored value of a column of the row at a place by which other rows can refer to it. */
  Optional<Object> referredBy(Referrer referrer, long place) {
    return model
        .table()
        .column(referrer.referred())
        .map(column -> model.stored(place, column))
        .filter(RowLinks::plain);
  }

  /** What is typed into a filter box for exactly this value. */
  static String filter(Object value) {
    return value instanceof String text
        ? "=\"" + text.replace("\"", "\"\"") + "\""
        : "=" + TypedValue.text(value);
  }

  void close() {
    model.open().removeOnWritten(written);
    following.cancel();
    labels.forget();
    waiting.clear();
  }
}
