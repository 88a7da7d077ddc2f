package org.quarry.database.filter;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.quarry.database.DatabaseProblem;
import org.quarry.database.Identifiers;
import org.quarry.database.Session;
import org.quarry.database.SqliteErrors;
import org.quarry.database.schema.Table;

/** Compiles a condition that a person wrote, without running it. */
final class WhereCheck {
  private WhereCheck() {}

  static void check(Session session, Table table, String where) {
    // SQLite compiles up to a semicolon and drops the rest: the last parameter is there only if all
    // was compiled, and the only one if the condition has none. What closes the brackets to go on
    // with another clause does not fit into both places.
    String condition = "(" + where.strip() + "\n)";
    String sql =
        "SELECT "
            + condition
            + " FROM main."
            + Identifiers.quote(table.name())
            + " AS t WHERE "
            + condition
            + " AND ?";
    int parameters;
    try (PreparedStatement compiled = session.connection().prepareStatement(sql)) {
      parameters = compiled.getParameterMetaData().getParameterCount();
    } catch (SQLException failed) {
      RuntimeException problem = SqliteErrors.translate(failed, "");
      if (problem instanceof DatabaseProblem.Refused refused) {
        throw new FilterProblem.Where("SQLite says: " + refused.detail() + ".");
      }
      throw problem;
    }
    if (parameters == 0) {
      throw new FilterProblem.Where("It goes on after a semicolon.");
    }
    if (parameters > 1) {
      throw new FilterProblem.Where("It has parameters, to which nothing gives a value here.");
    }
  }
}
