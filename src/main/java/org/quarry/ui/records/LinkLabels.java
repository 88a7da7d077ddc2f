package org.quarry.ui.records;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.references.Reference;
import org.quarry.database.references.ReferredRows;
import org.quarry.ui.kit.Background;
import org.quarry.work.Problem;

/**
 * What the rows are called that keys refer to: {@value #KEPT} answers at most, read in the
 * background, {@value #BATCH} in one statement. For the UI thread.
 */
final class LinkLabels {
  static final int KEPT = 4096;
  static final int BATCH = 256;

  /** What is said of a key that no row has. */
  static final String MISSING = " – no such row, which breaks the foreign key";

  private record Asked(Reference.Sound reference, List<Object> key) {}

  private final Background background;
  private final ReferredRows rows;
  private final Runnable arrived;
  private final Map<Asked, String> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, String> eldest) {
          return size() > KEPT;
        }
      };
  private final Set<Asked> wanted = new LinkedHashSet<>();
  private boolean reading;
  private long generation;

  /** Makes one; {@code arrived} is told when more is known. */
  LinkLabels(Background background, Database database, Runnable arrived) {
    this.background = background;
    this.arrived = arrived;
    rows = new ReferredRows(database);
  }

  /**
   * What to say behind a key: its label, that there is no such row, or why that is not known; null
   * while it is not read.
   */
  @Nullable String words(Reference.Sound reference, List<Object> key) {
    return known.get(new Asked(reference, key));
  }

  /** Asks for the words of keys, of Long, Double or String each. */
  void want(Reference.Sound reference, List<List<Object>> keys) {
    for (List<Object> key : keys) {
      Asked asked = new Asked(reference, key);
      if (!known.containsKey(asked)) {
        wanted.add(asked);
      }
    }
    next();
  }

  /** Forgets everything, because rows may have changed. */
  void forget() {
    generation++;
    known.clear();
    wanted.clear();
  }

  private void next() {
    if (reading || wanted.isEmpty()) {
      return;
    }
    Reference.Sound reference = wanted.iterator().next().reference();
    List<List<Object>> batch =
        wanted.stream()
            .filter(asked -> asked.reference().equals(reference))
            .map(Asked::key)
            .limit(BATCH)
            .toList();
    batch.forEach(key -> wanted.remove(new Asked(reference, key)));
    long mine = generation;
    reading = true;
    background.start(
        "Reading labels of " + reference.to(),
        monitor -> rows.labels(reference, batch, monitor),
        labels -> take(mine, reference, batch, labels),
        problem -> fail(mine, reference, batch, problem),
        () -> reading = false);
  }

  private void take(
      long asked,
      Reference.Sound reference,
      List<List<Object>> batch,
      Map<List<Object>, Optional<String>> labels) {
    reading = false;
    if (asked == generation) {
      for (List<Object> key : batch) {
        String label = labels.getOrDefault(key, Optional.empty()).orElse(null);
        known.put(
            new Asked(reference, key),
            label == null ? MISSING : label.isEmpty() ? "" : ": " + label);
      }
      arrived.run();
    }
    next();
  }

  private void fail(
      long asked, Reference.Sound reference, List<List<Object>> batch, Problem problem) {
    reading = false;
    if (asked == generation) {
      batch.forEach(key -> known.put(new Asked(reference, key), " – " + problem.what()));
      arrived.run();
    }
    next();
  }
}
