package org.quarry.database.records;

import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.records.IndexPlan.Part;

/** Builds the SQL of {@link IndexMapper}: names quoted, values bound. */
public final class IndexSql {
  /** MyBatis makes one for each call. */
  public IndexSql() {}

  /** For {@link IndexMapper#rows}. */
  public String rows(@Param("plan") IndexPlan plan, @Param("part") Part part) {
    return "SELECT t.%s, %s FROM %s%s%s LIMIT #{limit} OFFSET #{offset}"
        .formatted(
            RecordSql.rowid(plan.table()),
            RecordSql.cells(plan.table()),
            source(plan),
            where(plan, part),
            orderBy(plan, part));
  }

  /** For {@link IndexMapper#anchor}. */
  public String anchor(@Param("plan") IndexPlan plan, @Param("part") Part part) {
    return "SELECT %s, t.%s FROM %s%s%s LIMIT 1 OFFSET #{offset}"
        .formatted(
            column(plan),
            RecordSql.rowid(plan.table()),
            source(plan),
            where(plan, part),
            orderBy(plan, part));
  }

  /** For {@link IndexMapper#count}. */
  public String count(@Param("plan") IndexPlan plan, @Param("part") Part part) {
    return "SELECT count(*) FROM " + source(plan) + where(plan, part);
  }

  /** For {@link IndexMapper#countBefore}. */
  public String countBefore(@Param("plan") IndexPlan plan, @Param("part") Part part) {
    String within = count(plan, part);
    String sooner = " AND t." + RecordSql.rowid(plan.table()) + before(plan) + "#{row}";
    if (!(part instanceof Part.Past)) {
      return within + sooner;
    }
    String own = valueOf(plan, "#{row}");
    return "SELECT (%1$s AND %2$s%3$s%4$s) + (SELECT count(*) FROM %5$s WHERE %2$s = %4$s%6$s)"
        .formatted(within, column(plan), before(plan), own, source(plan), sooner);
  }

  /** For {@link IndexMapper#holds}: the row is looked up by its rowid. */
  public String holds(@Param("plan") IndexPlan plan, @Param("part") Part part) {
    String where = where(plan, part);
    return "SELECT count(*) FROM %s%s t.%s = #{row}"
        .formatted(
            RecordSql.source(plan.table()) + " NOT INDEXED",
            where.isEmpty() ? " WHERE" : where + " AND",
            RecordSql.rowid(plan.table()));
  }

  /** Without the name SQLite may take the whole table and sort it, whatever LIMIT says. */
  private static String source(IndexPlan plan) {
    return RecordSql.source(plan.table())
        + (plan.index() == null
            ? " NOT INDEXED"
            : " INDEXED BY " + Identifiers.quoteInMapper(plan.index()));
  }

  private static String where(IndexPlan plan, Part part) {
    return switch (part) {
      case Part.Equal equal ->
          " WHERE "
              + column(plan)
              + " IS "
              + value(plan, equal.value())
              + (equal.rowid() == null ? "" : " AND " + rowidFrom(plan, equal.rowid()));
      case Part.Past past ->
          " WHERE "
              + column(plan)
              + (past.value() == null ? " IS NOT NULL" : past(plan) + value(plan, past.value()));
      case Part.Rowids rowids ->
          rowids.rowid() == null ? "" : " WHERE " + rowidFrom(plan, rowids.rowid());
    };
  }

  private static String rowidFrom(IndexPlan plan, long rowid) {
    return "t."
        + RecordSql.rowid(plan.table())
        + (plan.sort().descending() ? " <= " : " >= ")
        + rowid;
  }

  private static String past(IndexPlan plan) {
    return plan.sort().descending() ? " < " : " > ";
  }

  private static String before(IndexPlan plan) {
    return plan.sort().descending() ? " > " : " < ";
  }

  private static String value(IndexPlan plan, @Nullable Object value) {
    return value instanceof IndexPlan.ValueOf of
        ? valueOf(plan, Long.toString(of.rowid()))
        : "#{part.value}";
  }

  /** The value of a row by the SQL of its rowid. */
  private static String valueOf(IndexPlan plan, String rowid) {
    return "(SELECT s.%s FROM main.%s AS s WHERE s.%s = %s)"
        .formatted(
            Identifiers.quoteInMapper(plan.sort().column()),
            Identifiers.quoteInMapper(plan.table().name()),
            RecordSql.rowid(plan.table()),
            rowid);
  }

  private static String orderBy(IndexPlan plan, Part part) {
    String direction = plan.sort().descending() ? " DESC" : "";
    String byRowid = "t." + RecordSql.rowid(plan.table()) + direction;
    return " ORDER BY "
        + (part instanceof Part.Past ? column(plan) + direction + ", " + byRowid : byRowid);
  }

  private static String column(IndexPlan plan) {
    return "t." + Identifiers.quoteInMapper(plan.sort().column());
  }
}
