package org.quarry.database.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A table or view of the main database.
 *
 * @param name its name
 * @param kind what it is
 * @param withoutRowid whether its rows have only their primary key
 * @param columns in order, hidden ones left out
 * @param rules what it demands of its rows
 * @param sql the statement that made it, or empty
 * @param insteadOf what the triggers of a view make possible
 */
public record Table(
    String name,
    Kind kind,
    boolean withoutRowid,
    List<Column> columns,
    TableRules rules,
    String sql,
    InsteadOf insteadOf) {

  /** One without INSTEAD OF triggers. */
  public Table(
      String name,
      Kind kind,
      boolean withoutRowid,
      List<Column> columns,
      TableRules rules,
      String sql) {
    this(name, kind, withoutRowid, columns, rules, sql, InsteadOf.NONE);
  }

  /** What a table can be. */
  public enum Kind {
    TABLE,
    VIEW,
    /** Made by a module, such as a full-text index. */
    VIRTUAL,
    /** Kept by a module for itself. */
    SHADOW
  }

  /** Its foreign keys in the order written. */
  public List<ForeignKey> foreignKeys() {
    return rules.foreignKeys();
  }

  /** Whether a column refers to another table, alone or with others. */
  public boolean refers(Column column) {
    return foreignKeys().stream().anyMatch(key -> key.has(column.name()));
  }

  /** The column of that name, in any case as SQLite compares names. */
  public Optional<Column> column(String column) {
    return columns.stream().filter(each -> each.name().equalsIgnoreCase(column)).findFirst();
  }

  /** The columns of the primary key in the key's order; empty when it has none. */
  public List<Column> key() {
    return columns.stream()
        .filter(Column::isKey)
        .sorted(Comparator.comparingInt(Column::keyPosition))
        .toList();
  }

  /** Whether its rows have a rowid. */
  public boolean hasRowid() {
    return kind != Kind.VIEW && !withoutRowid;
  }

  /**
   * The name by which SQL reaches the rowid: the one of {@code rowid}, {@code _rowid_} and {@code
   * oid} that no column has taken, or empty when all are.
   */
  public Optional<String> rowidName() {
    if (!hasRowid()) {
      return Optional.empty();
    }
    return List.of("rowid", "_rowid_", "oid").stream()
        .filter(name -> column(name).isEmpty())
        .findFirst();
  }

  /** The column that is the rowid itself, declared {@code INTEGER PRIMARY KEY}, if there is one. */
  public Optional<Column> rowidColumn() {
    List<Column> key = key();
    boolean one =
        hasRowid()
            && kind == Kind.TABLE
            && key.size() == 1
            && key.getFirst().type().toUpperCase(Locale.ROOT).equals("INTEGER");
    return one ? Optional.of(key.getFirst()) : Optional.empty();
  }

  /** Why its rows cannot be edited, or empty when they can. */
  public String refusal() {
    return switch (kind) {
      case VIEW ->
          insteadOf.any()
              ? ""
              : name
                  + " is a view without INSTEAD OF triggers: its rows come from other tables. Edit"
                  + " them there.";
      case SHADOW -> name + " belongs to a virtual table, which keeps it by itself.";
      case VIRTUAL -> withoutRowid ? name + " is a virtual table whose rows have no key." : "";
      case TABLE ->
          hasRowid() && rowidName().isEmpty() && key().isEmpty()
              ? name + " has no primary key, and its columns hide its rowid."
              : "";
    };
  }

  /** Why no rows can be inserted, or empty when they can. */
  public String insertRefusal() {
    return refusalUnless(insteadOf.insert(), "inserts rows");
  }

  /** Why its rows cannot be deleted, or empty when they can. */
  public String deleteRefusal() {
    return refusalUnless(insteadOf.delete(), "deletes rows");
  }

  private String refusalUnless(boolean possible, String what) {
    if (!refusal().isEmpty() || kind != Kind.VIEW) {
      return refusal();
    }
    return possible ? "" : "No INSTEAD OF trigger of the view " + name + " " + what + ".";
  }

  /** Why cells of a column cannot be changed in rows that are stored, or empty when they can. */
  public String updateRefusal(Column column) {
    if (column.generated()) {
      return column.name() + " is generated: SQLite computes it from other columns.";
    }
    return refusalUnless(insteadOf.updates(column.name()), "changes " + column.name());
  }
}
