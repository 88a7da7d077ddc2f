package org.quarry.learning.data;

import java.util.List;
import org.quarry.learning.Counted;

/**
 * What a column should be for, and why.
 *
 * @param column its name
 * @param role its role
 * @param kind what its values are taken for if it is a feature
 * @param number what its moments become if it is a date
 * @param missing what becomes of rows without a value if it is a feature
 * @param reason why, a sentence
 */
public record ColumnProposal(
    String column, Role role, Kind kind, DateNumber number, Missing missing, String reason) {
  /** A column of more different values than these is no category. */
  public static final int MOST_CATEGORIES = 20;

  /** Of a category there are so many rows on average at least. */
  private static final int LEAST_ROWS = 3;

  /** The feature that it would be. */
  public Feature feature() {
    return new Feature(column, kind, number, missing, List.of());
  }

  /** The same in another role. */
  public ColumnProposal as(Role other) {
    return new ColumnProposal(column, other, kind, number, missing, reason);
  }

  /** Proposes by the facts alone; nothing becomes a target or group. */
  static ColumnProposal of(ColumnFacts facts) {
    String against = against(facts);
    Kind kind = kind(facts);
    return new ColumnProposal(
        facts.column(),
        against.isEmpty() ? Role.FEATURE : Role.IGNORED,
        kind,
        DateNumber.DAYS,
        missing(facts, kind),
        against.isEmpty() ? inFavour(facts, kind) : against);
  }

  /** Whether its values fall into few categories, each of several rows. */
  static boolean few(ColumnFacts facts) {
    return facts.distinct() <= MOST_CATEGORIES
        && facts.distinct() * LEAST_ROWS <= facts.values()
        && facts.blobs() == 0;
  }

  private static Kind kind(ColumnFacts facts) {
    if (facts.moments() && facts.numbers() == 0) {
      return Kind.DATE;
    }
    boolean named = !facts.refersTo().isEmpty() || facts.distinct() == 1;
    return facts.texts() == 0 && !named ? Kind.NUMERIC : Kind.NOMINAL;
  }

  private static Missing missing(ColumnFacts facts, Kind kind) {
    if (facts.nulls() == 0) {
      return Missing.LEAVE_OUT;
    }
    return kind == Kind.NOMINAL ? Missing.CATEGORY : Missing.MEAN;
  }

  /** Why it should be ignored, a sentence; empty if it should not. */
  private static String against(ColumnFacts facts) {
    if (facts.values() == 0) {
      return "It has no value.";
    }
    if (facts.blobs() > 0) {
      return "It holds BLOBs.";
    }
    switch (facts.naming()) {
      case KEY -> {
        return "It is the primary key: it names a row and tells nothing of it.";
      }
      case PART_OF_KEY -> {
        return "It is part of the primary key.";
      }
      case UNIQUE -> {
        return "It is unique: it names a row and tells nothing of it.";
      }
      case NO -> {}
    }
    if (facts.distinct() == 1 && facts.nulls() == 0) {
      return "Every row has the same value.";
    }
    if (!facts.refersTo().isEmpty() && !few(facts)) {
      return "It names a row of “%s”; it can be the group if rows of one belong together."
          .formatted(facts.refersTo());
    }
    // Measurements and moments may well all differ.
    boolean measured = facts.reals() > 0 || facts.moments();
    if (!measured && facts.distinct() == facts.values() && facts.values() > 1) {
      return "No two values are the same: they name rows.";
    }
    if (kind(facts) == Kind.NOMINAL && !few(facts)) {
      return facts.numbers() > 0 && facts.texts() > 0
          ? "It holds numbers and texts."
          : "It holds %d different values, too many for categories.".formatted(facts.distinct());
    }
    return "";
  }

  private static String inFavour(ColumnFacts facts, Kind kind) {
    String holds =
        switch (kind) {
          case NUMERIC -> "It holds numbers";
          case DATE -> "It holds days or moments";
          case NOMINAL ->
              facts.distinct() == 1
                  ? "It has a value or none"
                  : "It holds %d categories".formatted(facts.distinct());
        };
    return facts.nulls() == 0
        ? holds + "."
        : "%s; %s none.".formatted(holds, Counted.rowsHave(facts.nulls()));
  }
}
