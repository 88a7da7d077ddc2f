package org.quarry.learning.model;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/** The table of saved models. */
interface ModelMapper {
  /** A saved model as it stands in the table. */
  record Saved(String name, String created, String json) {}

  /** Makes the table if there is none. */
  @Update(
      """
      CREATE TABLE IF NOT EXISTS main.quarry_models (
        name TEXT PRIMARY KEY,
        created TEXT NOT NULL,
        json TEXT NOT NULL
      )
      """)
  int create();

  /** Whether there is the table. */
  @Select(
      """
      SELECT count(*) FROM main.sqlite_schema
      WHERE type IN ('table', 'view') AND lower(name) = 'quarry_models'
      """)
  boolean exists();

  /** Inserts a model, or writes it over the one of its name. */
  @Insert(
      """
      INSERT INTO main.quarry_models (name, created, json) VALUES (#{name}, #{created}, #{json})
      ON CONFLICT (name) DO UPDATE SET created = excluded.created, json = excluded.json
      """)
  int save(Saved model);

  /** The model of that name, or null. */
  @Select("SELECT name, created, json FROM main.quarry_models WHERE name = #{name}")
  @Nullable Saved find(@Param("name") String name);

  /** All models by name. */
  @Select("SELECT name, created, json FROM main.quarry_models ORDER BY name")
  List<Saved> all();

  /** The names of all models, in order. */
  @Select("SELECT name FROM main.quarry_models ORDER BY name")
  List<String> names();

  /** Gives a model another name, in its row and in its JSON. */
  @Update(
      """
      UPDATE main.quarry_models SET name = #{model.name}, json = #{model.json} WHERE name = #{old}
      """)
  int rename(@Param("old") String old, @Param("model") Saved model);

  /** Deletes the model of that name; the number of models deleted. */
  @Delete("DELETE FROM main.quarry_models WHERE name = #{name}")
  int delete(@Param("name") String name);
}
