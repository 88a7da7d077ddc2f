package org.quarry.database.filter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be like to pass. As in SQL, NULL passes {@link IsNull} and a list that names it
 * and no other condition, negations included.
 */
public sealed interface Condition {
  /** How two values are compared. */
  enum Comparison {
    EQUAL("="),
    NOT_EQUAL("<>"),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sql;

    Comparison(String sql) {
      this.sql = sql;
    }

    /** The operator in SQL. */
    String sql() {
      return sql;
    }
  }

  /** Its text contains this one, whatever the case of letters, or does not. */
  record Contains(String text, boolean not) implements Condition {}

  /** Its text is like a pattern of SQL, with {@code %} and {@code _}. */
  record Like(String pattern) implements Condition {}

  /** It compares so with a value. */
  record Compare(Comparison comparison, Operand operand) implements Condition {}

  /** It lies between two values, both included; a missing one leaves that end open. */
  record Between(@Nullable Operand low, @Nullable Operand high) implements Condition {}

  /** It is one of these values or, if {@code orNull}, NULL; or it is none of them. */
  record OneOf(List<Operand> values, boolean orNull, boolean not) implements Condition {}

  /** A regular expression of Java is found in its text, or is not. */
  record Matches(String pattern, boolean not) implements Condition {}

  /** It is NULL, or is not. */
  record IsNull(boolean not) implements Condition {}

  /** It is the empty text, or another value. */
  record IsEmpty(boolean not) implements Condition {}

  /** At least one of these holds. */
  record Either(List<Condition> conditions) implements Condition {}

  /**
   * For a negation, the condition it denies; for any other, itself. Over several columns a negation
   * says that no column is so.
   */
  default Condition affirmed() {
    return switch (this) {
      case Contains(String text, boolean not) when not -> new Contains(text, false);
      case Compare(Comparison comparison, Operand operand)
          when comparison == Comparison.NOT_EQUAL ->
          new Compare(Comparison.EQUAL, operand);
      case OneOf(List<Operand> values, boolean orNull, boolean not) when not ->
          new OneOf(values, orNull, false);
      case Matches(String pattern, boolean not) when not -> new Matches(pattern, false);
      case IsNull(boolean not) when not -> new IsNull(false);
      case IsEmpty(boolean not) when not -> new IsEmpty(false);
      default -> this;
    };
  }
}
