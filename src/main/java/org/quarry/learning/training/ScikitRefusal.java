package org.quarry.learning.training;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quarry.database.sql.SqlLexer;
import org.quarry.database.sql.SqlToken;
import org.quarry.learning.data.DataSource;
import org.quarry.learning.report.Metric;

/** Why a training is none that scikit-learn could do with the same figures. */
final class ScikitRefusal {
  /** Functions that every connection of Quarry has and Python's SQLite has not. */
  private static final Set<String> OURS = Set.of("predict", "predict_proba", "regexp");

  private ScikitRefusal() {}

  /** A sentence, or empty when it can. */
  static String of(TrainingRecipe recipe) {
    TrainingSettings settings = recipe.settings();
    Metric metric = settings.validation().metric();
    if (settings.solver() == Solver.STOCK) {
      return "No script: scikit-learn has no SMO of Weka's. Train with Quarry's solver.";
    }
    switch (settings.strategy()) {
      case HALVING -> {
        return "No script: scikit-learn's halving draws other rows for each round than Quarry's."
            + " Train the whole grid.";
      }
      case COARSE_TO_FINE, GROW -> {
        return "No script: this search chooses candidates by what it found, scikit-learn's grid"
            + " search does not. Train the whole grid.";
      }
      case WHOLE -> {}
    }
    if (metric.need(recipe.classes()) == Metric.Need.PROBABILITIES) {
      return "No script: %s needs probabilities, for which scikit-learn's SVC divides rows by chance."
              .formatted(metric.text())
          + " Choose another score.";
    }
    return recipe.rows().source() instanceof DataSource.OfQuery of ? query(of.query().text()) : "";
  }

  private static String query(String text) {
    List<SqlToken> tokens = SqlLexer.tokens(text).stream().filter(SqlToken::counts).toList();
    for (SqlToken token : tokens) {
      String word = token.in(text).toLowerCase(Locale.ROOT);
      if (token.kind() == SqlToken.Kind.WORD && OURS.contains(word)) {
        return "No script: the query uses %s, which Quarry gives to SQLite and Python does not."
            .formatted(word);
      }
    }
    return "";
  }
}
