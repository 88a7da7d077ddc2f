package org.quarry.learning.training;

import java.nio.file.Path;
import org.quarry.learning.search.ScoreStore;

/** Where the scores of searches are kept, each search by what decides its scores. */
@FunctionalInterface
public interface SearchStores {
  /** Keeps nothing. */
  SearchStores NONE = (settings, rows) -> ScoreStore.NONE;

  /**
   * The store of a search. Searches that differ in their candidates only share one.
   *
   * @param settings what is trained
   * @param rows the hash of the rows searched, their order included
   */
  ScoreStore.Kept of(TrainingSettings settings, String rows);

  /** The list of the runs of a database; none is kept unless said otherwise. */
  default KeptRuns runs(Path database) {
    return KeptRuns.NONE;
  }
}
