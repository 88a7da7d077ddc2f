package org.quarry.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.query.QueryColumn;
import org.quarry.learning.model.Model;
import org.quarry.learning.model.ModelStore;
import org.quarry.learning.report.Report;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The models of a file as rows and as JSON. */
final class ModelsText {
  private ModelsText() {}

  static void print(Invocation invocation, Format format, List<ModelStore.Saved> models) {
    if (format == Format.JSON) {
      ArrayNode all = JsonMapper.builder().build().createArrayNode();
      models.forEach(saved -> json(all.addObject(), saved));
      Text.print(invocation.results(Format.JSON), all);
      return;
    }
    RowPrinter printer = invocation.rows(format);
    printer.columns(
        List.of("name", "created", "target", "features", "candidate", "score", "holdout", "rows")
            .stream()
            .map(name -> new QueryColumn(name, null))
            .toList());
    models.forEach(saved -> printer.row(row(saved)));
    printer.end();
  }

  /** One that this version cannot read has its name and date alone. */
  private static @Nullable Object[] row(ModelStore.Saved saved) {
    Model.Origin origin = saved.origin();
    if (origin == null) {
      return new @Nullable Object[] {
        saved.name(), saved.created(), null, null, null, null, null, null
      };
    }
    return new @Nullable Object[] {
      saved.name(),
      saved.created(),
      origin.target(),
      String.join(", ", origin.features()),
      origin.candidate().text(),
      origin.score(),
      accuracy(origin),
      (long) origin.trainingRows()
    };
  }

  private static @Nullable Double accuracy(Model.Origin origin) {
    Report holdOut = origin.holdOut();
    return holdOut == null ? null : holdOut.accuracy();
  }

  private static void json(ObjectNode node, ModelStore.Saved saved) {
    node.put("name", saved.name());
    node.put("created", saved.created());
    Model.Origin origin = saved.origin();
    node.put("readable", origin != null);
    if (origin == null) {
      return;
    }
    node.put("target", origin.target());
    ArrayNode classes = node.putArray("classes");
    origin.classes().forEach(label -> classes.addPOJO(label.value()));
    ArrayNode features = node.putArray("features");
    origin.features().forEach(features::add);
    node.put("candidate", origin.candidate().text());
    node.put("score", origin.score());
    node.put("folds", origin.folds());
    node.put("holdout", accuracy(origin));
    node.put("rows", origin.trainingRows());
    node.put("sha256", origin.trainingHash());
  }
}
