package org.quarry.command;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.report.Report;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How good predictions are, as text, as rows and as JSON. */
final class ReportText {
  private ReportText() {}

  /** The figures into an object, as docs/commands.md describes it. */
  static void json(ObjectNode node, Report report) {
    node.put("accuracy", report.accuracy());
    ArrayNode labels = node.putArray("labels");
    for (ClassLabel label : report.labels()) {
      labels.addPOJO(label.value());
    }
    ArrayNode matrix = node.putArray("confusion_matrix");
    for (List<Long> row : report.confusionMatrix()) {
      ArrayNode counts = matrix.addArray();
      row.forEach(counts::add);
    }
    ObjectNode figures = node.putObject("report");
    List<String> names = new ArrayList<>(List.of("macro", "weighted"));
    report.labels().forEach(label -> names.add(label.text()));
    List<String> keys = Values.distinct(names);
    for (int i = 0; i < report.labels().size(); i++) {
      scores(figures.putObject(keys.get(i + 2)), report.scores().get(i));
    }
    scores(figures.putObject("macro"), report.macro());
    scores(figures.putObject("weighted"), report.weighted());
  }

  private static void scores(ObjectNode node, Report.Scores scores) {
    node.put("precision", scores.precision());
    node.put("recall", scores.recall());
    node.put("f1", scores.f1());
    node.put("support", scores.support());
  }

  /** A row for each class and each mean. */
  static void rows(Report report, RowPrinter printer) {
    printer.columns(
        List.of("class", "precision", "recall", "f1", "support").stream()
            .map(name -> new QueryColumn(name, null))
            .toList());
    for (int i = 0; i < report.labels().size(); i++) {
      row(report.labels().get(i).value(), report.scores().get(i), printer);
    }
    row("macro", report.macro(), printer);
    row("weighted", report.weighted(), printer);
    printer.end();
  }

  private static void row(Object name, Report.Scores scores, RowPrinter printer) {
    printer.row(
        new @Nullable Object[] {
          name, scores.precision(), scores.recall(), scores.f1(), scores.support()
        });
  }

  /** The confusion matrix, rows the actual classes. */
  static String matrix(Report report) {
    int width = "actual".length();
    for (ClassLabel label : report.labels()) {
      width = Math.max(width, label.text().length());
    }
    String cell = "  %" + Math.max(width, 6) + "s";
    StringBuilder text = new StringBuilder(cell.formatted("actual"));
    report.labels().forEach(label -> text.append(cell.formatted(label.text())));
    text.append("  predicted\n");
    for (int i = 0; i < report.labels().size(); i++) {
      text.append(cell.formatted(report.labels().get(i).text()));
      report.confusionMatrix().get(i).forEach(count -> text.append(cell.formatted(count)));
      text.append('\n');
    }
    return text.toString();
  }
}
