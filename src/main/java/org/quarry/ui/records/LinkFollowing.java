package org.quarry.ui.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quarry.database.records.RowKey;
import org.quarry.database.references.Reference;
import org.quarry.database.references.ReferredRows;
import org.quarry.database.references.StagedParents;
import org.quarry.database.schema.Column;
import org.quarry.ui.kit.Latest;

/** Goes from a row to the one that it refers to; the latest way counts. For the UI thread. */
final class LinkFollowing {
  private final RecordsModel model;
  private final Neighbours neighbours;
  private final Latest latest;

  LinkFollowing(RecordsModel model, Neighbours neighbours) {
    this.model = model;
    this.neighbours = neighbours;
    latest = new Latest(model.background());
  }

  private record Led(List<Object> key, Optional<ReferredRows.Found> row) {}

  /**
   * Shows the row that the one at a place refers to, or says that there is none.
   *
   * @param from the column the way begins at; the one it means will be selected
   */
  void follow(Reference.Sound reference, long place, Column from) {
    Optional<List<Object>> values = model.links().key(reference, place);
    Optional<RowKey> row = model.key(place);
    if (values.isEmpty() || row.isEmpty()) {
      return;
    }
    String referred = reference.referred().get(Math.max(0, reference.place(from)));
    ReferredRows rows = new ReferredRows(model.open().database());
    latest.start(
        "Following " + String.join(", ", reference.columns()),
        monitor -> {
          List<Object> key = new ArrayList<>();
          for (int at = 0; at < values.get().size(); at++) {
            Object value = values.get().get(at);
            Object whole =
                Paged.isWhole(value)
                    ? value
                    : model.rows().value(row.get(), reference.columns().get(at), monitor);
            key.add(whole == null ? value : whole);
          }
          return new Led(key, rows.find(reference, key, monitor));
        },
        led -> {
          if (led.row().isPresent()) {
            go(reference, led.key(), led.row().get().key(), referred);
          } else {
            model
                .links()
                .staged(reference, led.key())
                .map(StagedParents.Parent::row)
                .map(RowKey.class::cast)
                .ifPresentOrElse(
                    fresh -> go(reference, led.key(), Optional.of(fresh), referred),
                    () ->
                        model.fail(
                            new RecordsProblem.NoSuchRow(
                                reference.to(), described(reference, led.key()))));
          }
        },
        model::fail);
  }

  private static String described(Reference.Sound reference, List<Object> key) {
    return IntStream.range(0, key.size())
        .mapToObj(at -> reference.referred().get(at) + " " + RowLinks.shown(key.get(at)))
        .collect(Collectors.joining(" and "));
  }

  private void go(
      Reference.Sound reference, List<Object> key, Optional<RowKey> row, String column) {
    if (row.isPresent()) {
      neighbours.showRow(reference.to(), row.get(), column);
      return;
    }
    Map<String, String> filters = new LinkedHashMap<>();
    for (int at = 0; at < key.size(); at++) {
      filters.put(reference.referred().get(at), RowLinks.filter(key.get(at)));
    }
    neighbours.showRows(reference.to(), filters);
  }

  void close() {
    latest.cancel();
  }
}
