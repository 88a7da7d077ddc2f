package org.quarry.database.search;

import org.quarry.database.Identifiers;
import org.quarry.database.SqlFunctions;
import org.quarry.database.SqlLiteral;
import org.quarry.database.filter.Predicate;
import org.quarry.database.schema.Column;
import org.quarry.database.schema.Table;

/** Writes the statement that replaces text in a column, for a person to read and run. */
final class ReplaceSql {
  private ReplaceSql() {}

  static String update(
      Table table, Column column, TextPattern pattern, String replacement, Predicate filter) {
    String name = Identifiers.quote(column.name());
    String text = SqlFunctions.TEXT + "(" + name + ")";
    String expression = SqlLiteral.of(pattern.search().expression());
    return "UPDATE "
        + Identifiers.quote(table.name())
        + " SET "
        + name
        + " = "
        + SqlFunctions.REGEXP_REPLACE
        + "("
        + String.join(", ", text, expression, SqlLiteral.of(pattern.java(replacement)))
        + ") WHERE "
        + (filter.isAll() ? "" : "(" + filter.readable() + "\n) AND ")
        + "typeof("
        + name
        + ") <> 'blob' AND "
        + text
        + " REGEXP "
        + expression
        + ";\n";
  }
}
