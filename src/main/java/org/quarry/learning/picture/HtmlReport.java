package org.quarry.learning.picture;

import static org.quarry.learning.picture.Svg.escape;

import java.util.List;
import java.util.Locale;
import org.quarry.learning.model.Model;
import org.quarry.learning.report.Report;
import org.quarry.learning.training.NestedScore;
import org.quarry.learning.training.TrainingResult;

/**
 * A report as one page of HTML: pictures inside it, light and dark as the reader's system is, no
 * script, nothing from elsewhere.
 */
public final class HtmlReport {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--page:#fff;--ink:#1f2328;--soft:#59636e;--line:#d1d9e0;--well:#f6f8fa}
      @media (prefers-color-scheme:dark){:root{--page:#0d1117;--ink:#f0f6fc;--soft:#9198a1;\
      --line:#3d444d;--well:#151b23}}
      body{margin:0 auto;max-width:960px;padding:32px 16px;background:var(--page);color:var(--ink);\
      font:14px/1.5 Inter,system-ui,sans-serif}
      h1{font-size:22px;margin:0 0 4px}h2{font-size:16px;margin:32px 0 8px}
      p{margin:4px 0}.soft{color:var(--soft)}
      pre{background:var(--well);border-radius:6px;padding:12px 16px;overflow:auto;\
      font:12px/1.5 "JetBrains Mono",ui-monospace,monospace}
      table{border-collapse:collapse}td,th{padding:4px 16px 4px 0;text-align:left;\
      border-bottom:1px solid var(--line)}td+td{text-align:right;font-variant-numeric:tabular-nums}
      .pictures{display:flex;flex-wrap:wrap;gap:32px 24px}svg{max-width:100%;height:auto}
      """;

  private HtmlReport() {}

  /**
   * Writes the page.
   *
   * @param result the training
   * @param pictures what was drawn of it, in their order
   */
  public static String of(TrainingResult result, List<Picture> pictures) {
    Model.Origin origin = result.model().origin();
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
        .append(escape(origin.name()))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append(Svg.style())
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(escape(origin.name()))
        .append("</h1>\n");
    paragraph(
        page,
        "%s from %s; trained %s on %d rows."
            .formatted(
                origin.target(),
                String.join(", ", origin.features()),
                origin.created(),
                origin.trainingRows()));
    paragraph(
        page, "Best of %d: %s.".formatted(result.candidates().size(), origin.candidate().text()));
    page.append("<h2>Figures</h2>\n<table>\n");
    figures(page, result);
    page.append("</table>\n");
    Report report = result.holdOut();
    if (report != null) {
      page.append("<h2>Classification report</h2>\n<pre>")
          .append(escape(report.text()))
          .append("</pre>\n");
    }
    page.append("<h2>Pictures</h2>\n<div class=\"pictures\">\n");
    pictures.forEach(picture -> page.append(Svg.inline(picture)));
    return page.append("</div>\n</body>\n</html>\n").toString();
  }

  private static void figures(StringBuilder page, TrainingResult result) {
    String metric = result.settings().validation().metric().text();
    NestedScore nested = result.nested();
    line(
        page,
        "Best mean %s over the folds, the highest of many".formatted(metric),
        four(result.best().mean()) + " ± " + four(result.best().std()));
    if (nested != null) {
      line(
          page,
          "Nested %s of the whole search, the honest figure".formatted(metric),
          four(nested.mean()) + " ± " + four(nested.std()));
    }
    Report report = result.holdOut();
    if (report != null) {
      line(page, "Accuracy on %d rows held out".formatted(report.rows()), four(report.accuracy()));
      line(page, "Balanced accuracy", four(report.balancedAccuracy()));
      line(page, "Matthews' correlation", four(report.matthews()));
      if (Double.isFinite(report.kappa())) {
        line(page, "Cohen's kappa", four(report.kappa()));
      }
    }
  }

  private static String four(double figure) {
    return String.format(Locale.ROOT, "%.4f", figure);
  }

  private static void line(StringBuilder page, String name, String text) {
    page.append("<tr><td>")
        .append(escape(name))
        .append("</td><td>")
        .append(escape(text))
        .append("</td></tr>\n");
  }

  private static void paragraph(StringBuilder page, String text) {
    page.append("<p class=\"soft\">").append(escape(text)).append("</p>\n");
  }
}
