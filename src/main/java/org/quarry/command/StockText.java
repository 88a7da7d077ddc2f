package org.quarry.command;

import java.util.List;
import java.util.Locale;
import org.quarry.learning.training.StockComparison;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Our solver and Weka's stock SMO side by side, as text and as JSON. */
final class StockText {
  /** Rows in the text; JSON has all. */
  private static final int SHOWN = 10;

  private StockText() {}

  /** The object that docs/commands.md describes. */
  static void json(ObjectNode node, StockComparison compared) {
    node.put("held_out", compared.heldOut());
    node.put("rows", compared.rows().size());
    node.put("agreeing", compared.agreeing());
    node.put("largest_difference", compared.difference());
    ObjectNode vectors = node.putObject("vectors");
    vectors.put("own", compared.ownVectors());
    vectors.put("stock", compared.stockVectors());
    ObjectNode seconds = node.putObject("seconds");
    seconds.put("own", compared.ownSeconds());
    seconds.put("stock", compared.stockSeconds());
    ArrayNode rows = node.putArray("predictions");
    for (StockComparison.Row row : compared.ordered()) {
      ObjectNode each = rows.addObject();
      each.put("row", row.identity().toString());
      each.putPOJO("actual", row.actual().value());
      each.putPOJO("own", row.own().value());
      each.putPOJO("stock", row.stock().value());
      ArrayNode own = each.putArray("own_decisions");
      row.ownDecisions().forEach(own::add);
      ArrayNode stock = each.putArray("stock_decisions");
      row.stockDecisions().forEach(stock::add);
    }
  }

  /** The same for a reader; of the rows the first. */
  static String text(StockComparison compared) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "\nBeside Weka's SMO, on %d rows %s: %d get the same class, decisions differ by %.2g at"
                + " most.\nVectors: own %d, Weka's %d. Seconds: own %.3f, Weka's %.3f.\n\n",
            compared.rows().size(),
            compared.heldOut() ? "held out" : "trained on",
            compared.agreeing(),
            compared.difference(),
            compared.ownVectors(),
            compared.stockVectors(),
            compared.ownSeconds(),
            compared.stockSeconds()));
    List<StockComparison.Row> rows = compared.ordered();
    int wide =
        Math.max(
            "actual".length(),
            rows.stream()
                .limit(SHOWN)
                .flatMapToInt(
                    row ->
                        List.of(row.actual(), row.own(), row.stock()).stream()
                            .mapToInt(label -> label.text().length()))
                .max()
                .orElse(0));
    String line = "%%-14s  %%-%1$ds  %%-%1$ds  %%-%1$ds  %%s\n".formatted(wide);
    text.append(line.formatted("row", "actual", "own", "Weka", "decisions, own and Weka's"));
    rows.stream()
        .limit(SHOWN)
        .forEach(
            row ->
                text.append(
                    line.formatted(
                        row.identity(),
                        row.actual().text(),
                        row.own().text(),
                        row.stock().text(),
                        decisions(row))));
    if (rows.size() > SHOWN) {
      text.append("and %d rows more, in --format json.\n".formatted(rows.size() - SHOWN));
    }
    return text.toString();
  }

  /** Of many classes the decisions of the pair that differs most. */
  private static String decisions(StockComparison.Row row) {
    int pair = row.farthest();
    return String.format(
        Locale.ROOT, "%.6f  %.6f", row.ownDecisions().get(pair), row.stockDecisions().get(pair));
  }
}
