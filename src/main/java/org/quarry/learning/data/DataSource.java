package org.quarry.learning.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.database.Identifiers;
import org.quarry.database.profile.ColumnProfile;
import org.quarry.database.query.QueryRunner;
import org.quarry.database.query.SqlScript;
import org.quarry.database.query.SqlStatement;
import org.quarry.database.records.TableScan;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.learning.LearningProblem;
import org.quarry.work.Monitor;

/** Where the rows to learn from are: a table, a view or a query. Immutable. */
public sealed interface DataSource {
  /**
   * What the columns look like, and a role for each.
   *
   * @param roles the proposal
   * @param distributions how the values of each column are spread, in the same order
   */
  record Look(RoleProposal roles, List<Distribution> distributions) {
    /** Copies the list. */
    public Look {
      distributions = List.copyOf(distributions);
    }
  }

  /** What it is called in a sentence. */
  String name();

  /**
   * The names of its columns; of a query two may be the same. Blocks on the disk.
   *
   * @throws org.quarry.work.Cancelled when cancelled
   */
  List<String> columns(Database database, Monitor monitor);

  /**
   * Looks at the columns: of a table or view each as a whole where that is quick, of a query the
   * first {@value QueryData#SAMPLE} rows. Blocks on the disk.
   *
   * @param target the column to learn, or null to propose one as well
   * @throws LearningProblem.UnknownColumn if there is no such target
   * @throws org.quarry.work.Cancelled when cancelled
   */
  Look look(Database database, @Nullable String target, Monitor monitor);

  /**
   * The rows with the columns that have a role, and for a query all others too. The identity of a
   * table's row is its key, that of a query's a {@link TableRow} where its result carries the key
   * of a table's row, else its position. Blocks on the disk.
   *
   * @throws LearningProblem.UnknownColumn if a role names another column
   * @throws org.quarry.work.Cancelled when cancelled
   */
  Rows read(Database database, Roles roles, Monitor monitor);

  /**
   * The first rows, with these columns, and for a query all others too. Blocks on the disk.
   *
   * @throws LearningProblem.UnknownColumn if one of them is not there
   * @throws org.quarry.work.Cancelled when cancelled
   */
  Rows first(Database database, List<String> columns, long most, Monitor monitor);

  /**
   * The query for the rows at some places, for rows that nothing else names; each with its place
   * from 1 as the column {@code row_number}.
   *
   * @param positions places from 0 in the order of {@link #read}, one at least
   */
  String at(List<Long> positions);

  /**
   * The source that a text says.
   *
   * @param sql one query without parameters
   * @throws LearningProblem.BadSettings if it is anything else
   */
  static DataSource query(String sql) {
    List<SqlStatement> statements = SqlScript.of(sql).statements();
    if (statements.size() != 1) {
      throw new LearningProblem.BadSettings(
          statements.isEmpty() ? "There is no query." : "These are several statements.",
          "Write one SELECT that gives the rows to learn from.");
    }
    SqlStatement query = statements.getFirst();
    QueryData.requireQuery(query);
    if (!query.parameters().isEmpty()) {
      throw new LearningProblem.BadSettings(
          "The query has the parameter “" + query.parameters().getFirst().name() + "”.",
          "Write its value in its place.");
    }
    return new OfQuery(query);
  }

  /**
   * A table or view.
   *
   * @param table the table or view
   */
  record OfTable(Table table) implements DataSource {
    @Override
    public String name() {
      return table.name();
    }

    @Override
    public List<String> columns(Database database, Monitor monitor) {
      return TableData.names(table);
    }

    @Override
    public Look look(Database database, @Nullable String target, Monitor monitor) {
      List<Distribution> distributions = new ArrayList<>();
      RoleProposal roles =
          RoleProposal.of(
              database,
              table,
              target,
              (ColumnProfile seen) -> distributions.add(Distribution.of(seen)),
              monitor);
      return new Look(roles, distributions);
    }

    @Override
    public Rows read(Database database, Roles roles, Monitor monitor) {
      return TableData.read(database, table, roles, monitor);
    }

    @Override
    public String at(List<Long> positions) {
      return OfQuery.at(Identifiers.quote(table.name()), positions);
    }

    @Override
    public Rows first(Database database, List<String> columns, long most, Monitor monitor) {
      TableScan scan = TableData.scan(database, table, columns);
      List<Row> rows = new ArrayList<>();
      scan.forFirst(most, row -> rows.add(new Row(row.key(), row.values())), monitor);
      return new Rows(scan.columns(), rows);
    }
  }

  /**
   * A query.
   *
   * @param query a statement that reads, without parameters
   */
  record OfQuery(SqlStatement query) implements DataSource {
    @Override
    public String name() {
      return "the query";
    }

    @Override
    public List<String> columns(Database database, Monitor monitor) {
      return rows(database, 1, monitor).columns();
    }

    @Override
    public Look look(Database database, @Nullable String target, Monitor monitor) {
      Rows rows = rows(database, QueryData.SAMPLE, monitor);
      List<Distribution> distributions = new ArrayList<>();
      for (int column = 0; column < rows.columns().size(); column++) {
        monitor.checkpoint();
        distributions.add(Distribution.of(rows, column));
      }
      return new Look(RoleProposal.of(rows, target), distributions);
    }

    @Override
    public Rows read(Database database, Roles roles, Monitor monitor) {
      Schema schema = new SchemaReader(database).read(monitor);
      return QueryData.read(
          new QueryRunner(database),
          query,
          Map.of(),
          Long.MAX_VALUE,
          columns -> QueryOrigin.of(query.text(), columns, schema, roles.target()),
          monitor);
    }

    @Override
    public String at(List<Long> positions) {
      return at("(\n" + query.text() + "\n)", positions);
    }

    static String at(String source, List<Long> positions) {
      return """
          SELECT * FROM (SELECT row_number() OVER () AS row_number, * FROM %s)
          WHERE row_number IN (%s)"""
          .formatted(
              source,
              positions.stream()
                  .map(position -> Long.toString(position + 1))
                  .collect(Collectors.joining(", ")));
    }

    @Override
    public Rows first(Database database, List<String> columns, long most, Monitor monitor) {
      return rows(database, most, monitor);
    }

    private Rows rows(Database database, long most, Monitor monitor) {
      return QueryData.read(new QueryRunner(database), query, Map.of(), most, monitor);
    }
  }
}
