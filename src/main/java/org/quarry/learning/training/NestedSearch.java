package org.quarry.learning.training;

import java.util.ArrayList;
import java.util.List;
import org.quarry.learning.data.Folds;
import org.quarry.learning.search.GridSearch;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.ScoreStore;
import org.quarry.learning.search.SearchData;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/** Validates a whole search: for each fold it runs anew over the rows that the fold trains on. */
final class NestedSearch {
  private final GridSearch search;
  private final Trainer trainer;
  private final long bytes;

  NestedSearch(GridSearch search, Trainer trainer, long bytes) {
    this.search = search;
    this.trainer = trainer;
    this.bytes = bytes;
  }

  /**
   * Runs it.
   *
   * @param data the rows for training
   * @param outer the folds whose tests score the search
   * @param settings what is trained; its validation divides the rows of each fold again
   * @param monitor hears the progress of each search and stops the work
   */
  NestedScore run(SearchData data, Folds outer, TrainingSettings settings, Monitor monitor) {
    List<Double> scores = new ArrayList<>();
    List<Candidate> chosen = new ArrayList<>();
    for (int fold = 0; fold < outer.count(); fold++) {
      monitor.report(fold, outer.count(), "Validating the search");
      SearchData training = data.rows(outer.training(fold));
      Candidate best =
          Training.best(
                  search.search(
                      training,
                      settings.validation().divide(training),
                      settings.candidates(),
                      settings.search(),
                      ScoreStore.NONE,
                      ScoreListener.NONE,
                      new Silent(monitor)))
              .candidate();
      chosen.add(best);
      scores.add(
          FittedScore.of(training, best, settings.validation().metric(), trainer, bytes, monitor)
              .score(data.rows(outer.test(fold)), monitor));
    }
    return NestedScore.of(scores, chosen);
  }
}
