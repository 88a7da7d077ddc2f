package org.quarry.database.references;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Identifiers;
import org.quarry.database.SqlFunctions;

/** Builds the SQL of {@link ChoiceMapper}. */
public final class ChoiceSql {
  /** MyBatis makes one for each call. */
  public ChoiceSql() {}

  /** For {@link ChoiceMapper#count}. */
  public String count(
      @Param("reference") Reference.Sound reference,
      @Param("place") int place,
      @Param("given") List<@Nullable Object> given) {
    return "SELECT count(*)" + from(reference, given) + is(reference, place);
  }

  /** For {@link ChoiceMapper#exact}. */
  public String exact(
      @Param("reference") Reference.Sound reference,
      @Param("place") int place,
      @Param("given") List<@Nullable Object> given) {
    return select(reference)
        + from(reference, given)
        + is(reference, place)
        + page(reference, place);
  }

  /** For {@link ChoiceMapper#choices}. */
  public String choices(
      @Param("reference") Reference.Sound reference,
      @Param("place") int place,
      @Param("given") List<@Nullable Object> given,
      @Param("text") String text,
      @Param("exact") @Nullable Object exact) {
    String name = name(reference, place);
    StringBuilder sql = new StringBuilder(select(reference)).append(from(reference, given));
    if (exact != null) {
      sql.append(" AND ").append(name).append(" <> #{exact}");
    }
    if (!text.isEmpty()) {
      sql.append(" AND (substr(lower(")
          .append(name)
          .append("), 1, length(#{text})) = lower(#{text})");
      for (String label : reference.labels()) {
        sql.append(" OR " + SqlFunctions.CONTAINS + "(t.")
            .append(Identifiers.quoteInMapper(label))
            .append(", #{text})");
      }
      sql.append(')');
    }
    return sql.append(page(reference, place)).toString();
  }

  private static String select(Reference.Sound reference) {
    return "SELECT " + names(reference) + ", " + Label.sql(reference);
  }

  /** A key one of whose values is NULL refers to nothing. */
  private static String from(Reference.Sound reference, List<@Nullable Object> given) {
    return IntStream.range(0, given.size())
        .mapToObj(
            at ->
                name(reference, at)
                    + (given.get(at) == null ? " IS NOT NULL" : " = #{given[" + at + "]}"))
        .collect(
            Collectors.joining(
                " AND ",
                " FROM main."
                    + Identifiers.quoteInMapper(reference.parent().name())
                    + " AS t WHERE ",
                ""));
  }

  private static String is(Reference.Sound reference, int place) {
    return " AND " + name(reference, place) + " = #{exact}";
  }

  private static String page(Reference.Sound reference, int place) {
    return " ORDER BY "
        + name(reference, place)
        + (reference.columns().size() == 1 ? "" : ", " + names(reference))
        + " LIMIT #{limit} OFFSET #{offset}";
  }

  private static String names(Reference.Sound reference) {
    return IntStream.range(0, reference.columns().size())
        .mapToObj(at -> name(reference, at))
        .collect(Collectors.joining(", "));
  }

  private static String name(Reference.Sound reference, int at) {
    return "t." + Identifiers.quoteInMapper(reference.referred().get(at));
  }
}
