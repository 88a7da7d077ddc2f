package org.quarry.learning.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quarry.database.Session;
import org.quarry.database.SqlFunction;
import org.quarry.learning.LearningProblem;

/**
 * The models that one connection has used, read again when they may have been saved anew. Used by
 * one thread at a time.
 */
final class KnownModels {
  /** More are read again when they are used again. */
  private static final int MOST = 16;

  private final SqlFunction.Caller caller;
  private final Map<String, Known> known = new LinkedHashMap<>();

  private record Known(long version, String json, Predictor predictor) {}

  KnownModels(SqlFunction.Caller caller) {
    this.caller = caller;
  }

  /**
   * A model that takes its features in their order.
   *
   * @throws LearningProblem.NoSuchModel if there is none of that name; it names those there are
   * @throws LearningProblem.BrokenModel if this version cannot read it
   */
  Predictor find(String name) {
    long version = caller.version();
    Known before = known.get(name);
    if (before != null && before.version() == version) {
      return before.predictor();
    }
    String json = caller.read(session -> read(session, name));
    Predictor predictor =
        before != null && before.json().equals(json) ? before.predictor() : parse(json);
    known.put(name, new Known(version, json, predictor));
    if (known.size() > MOST) {
      known.remove(known.keySet().iterator().next());
    }
    return predictor;
  }

  private static Predictor parse(String json) {
    Model model = Model.fromJson(json);
    return new Predictor(model, model.origin().features());
  }

  private static String read(Session session, String name) {
    ModelMapper mapper = session.mapper(ModelMapper.class);
    if (!mapper.exists()) {
      throw new LearningProblem.NoSuchModel(name, List.of());
    }
    ModelMapper.Saved saved = mapper.find(name);
    if (saved == null) {
      throw new LearningProblem.NoSuchModel(name, mapper.names());
    }
    return saved.json();
  }
}
