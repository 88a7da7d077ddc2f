package org.quarry.learning.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.Session;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;

/**
 * The models saved in a database: rows of its table {@code quarry_models}, which the first save
 * makes. Names are told apart by case. Blocks on the disk; safe for several threads.
 */
public final class ModelStore {
  /** The table of models. */
  public static final String TABLE = "quarry_models";

  private final Database database;

  /** Makes the store of a database; nothing is written yet. */
  public ModelStore(Database database) {
    this.database = database;
  }

  /**
   * A saved model in a list.
   *
   * @param name its name
   * @param created when it was trained, in UTC, ISO 8601
   * @param origin what it learned and how well, or null when this version cannot read it
   */
  public record Saved(String name, String created, Model.@Nullable Origin origin) {}

  /**
   * Makes sure that a model could be saved now; nothing is written.
   *
   * @throws org.quarry.database.DatabaseProblem.ReadOnly if the file cannot be written
   * @throws org.quarry.database.DatabaseProblem.Busy if another program writes to it
   */
  public void requireWritable(Monitor monitor) {
    database.write(monitor, session -> session.mapper(ModelMapper.class).exists());
  }

  /**
   * Saves a model by its name.
   *
   * @param replace whether it takes the place of one of the same name
   * @throws LearningProblem.ModelExists if there is one and it is not to be replaced
   * @throws org.quarry.database.DatabaseProblem.ReadOnly if the file cannot be written
   */
  public void save(Model model, boolean replace, Monitor monitor) {
    String name = model.origin().name();
    ModelMapper.Saved row =
        new ModelMapper.Saved(name, model.origin().created().toString(), model.toJson());
    database.write(
        monitor,
        session -> {
          ModelMapper mapper = session.mapper(ModelMapper.class);
          mapper.create();
          if (!replace && mapper.find(name) != null) {
            throw new LearningProblem.ModelExists(name);
          }
          return mapper.save(row);
        });
  }

  /**
   * Reads a model.
   *
   * @throws LearningProblem.NoSuchModel if there is none of that name; it names those there are
   * @throws LearningProblem.BrokenModel if this version cannot read it
   */
  public Model find(String name, Monitor monitor) {
    String json =
        database.read(
            monitor,
            session -> {
              ModelMapper mapper = session.mapper(ModelMapper.class);
              if (!mapper.exists()) {
                throw new LearningProblem.NoSuchModel(name, List.of());
              }
              ModelMapper.Saved found = mapper.find(name);
              if (found == null) {
                throw new LearningProblem.NoSuchModel(name, mapper.names());
              }
              return found.json();
            });
    return Model.fromJson(json);
  }

  /** The saved models by name; empty when none was ever saved. */
  public List<Saved> list(Monitor monitor) {
    List<ModelMapper.Saved> rows =
        database.read(
            monitor,
            session -> {
              ModelMapper mapper = session.mapper(ModelMapper.class);
              return mapper.exists() ? mapper.all() : List.of();
            });
    return rows.stream().map(ModelStore::saved).toList();
  }

  private static Saved saved(ModelMapper.Saved row) {
    try {
      return new Saved(row.name(), row.created(), Model.fromJson(row.json()).origin());
    } catch (LearningProblem.BrokenModel unreadable) {
      return new Saved(row.name(), row.created(), null);
    }
  }

  /** Whether the table of models is there, which the first save makes. */
  public boolean exists(Monitor monitor) {
    return database.read(monitor, session -> session.mapper(ModelMapper.class).exists());
  }

  /**
   * Gives a model another name.
   *
   * @throws LearningProblem.NoSuchModel if there is none of the old name
   * @throws LearningProblem.ModelExists if there is one of the new name
   * @throws LearningProblem.BrokenModel if this version cannot read it
   * @throws org.quarry.database.DatabaseProblem.ReadOnly if the file cannot be written
   */
  public void rename(String old, String name, Monitor monitor) {
    if (name.isBlank()) {
      throw new LearningProblem.BadSettings("The model has no name.", "Give it one.");
    }
    Model renamed = find(old, monitor).named(name);
    ModelMapper.Saved row =
        new ModelMapper.Saved(name, renamed.origin().created().toString(), renamed.toJson());
    database.write(
        monitor,
        session -> {
          ModelMapper mapper = session.mapper(ModelMapper.class);
          if (mapper.find(name) != null) {
            throw new LearningProblem.ModelExists(name);
          }
          if (mapper.rename(old, row) == 0) {
            throw new LearningProblem.NoSuchModel(old, mapper.names());
          }
          return true;
        });
  }

  /**
   * Deletes a model.
   *
   * @throws LearningProblem.NoSuchModel if there is none of that name
   * @throws org.quarry.database.DatabaseProblem.ReadOnly if the file cannot be written
   */
  public void delete(String name, Monitor monitor) {
    database.write(monitor, session -> delete(session, name));
  }

  private static int delete(Session session, String name) {
    ModelMapper mapper = session.mapper(ModelMapper.class);
    if (!mapper.exists()) {
      throw new LearningProblem.NoSuchModel(name, List.of());
    }
    int deleted = mapper.delete(name);
    if (deleted == 0) {
      throw new LearningProblem.NoSuchModel(name, mapper.names());
    }
    return deleted;
  }
}
