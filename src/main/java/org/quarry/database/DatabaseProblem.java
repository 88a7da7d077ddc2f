package org.quarry.database;

import org.jspecify.annotations.Nullable;
import org.quarry.work.Problem;

/** What can go wrong with a database file. */
public abstract sealed class DatabaseProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private DatabaseProblem(String what, String why, String next, @Nullable Throwable cause) {
    super(what, why, next, cause);
  }

  /** There is no such file. */
  public static final class Missing extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code file} is what was asked for. */
    public Missing(String file) {
      super(
          "There is no file " + file + ".",
          "It may have been moved, renamed or deleted.",
          "Open it from where it is now, or create a new database.",
          null);
    }
  }

  /** The open file is no longer where it was. */
  public static final class Deleted extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code file} is its name. */
    public Deleted(String file) {
      super(
          file + " is no longer where it was.",
          "Another program deleted, moved or renamed it while it was open.",
          "What is written now may be lost. Put it back, or open it from where it is.",
          null);
    }
  }

  /** Another file stands in the place of the open one. */
  public static final class Replaced extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code file} is its name. */
    public Replaced(String file) {
      super(
          "Another file stands in the place of " + file + ".",
          "Another program replaced it while it was open, and Quarry shows the old one.",
          "Open it again to see the new one.",
          null);
    }
  }

  /** A new database was to be made where something exists. */
  public static final class Exists extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code file} is the one in the way. */
    public Exists(String file) {
      super(
          file + " exists already.",
          "Quarry does not replace a file by a new database.",
          "Open it, or choose another name.",
          null);
    }
  }

  /** Something else was to be written where a database is. */
  public static final class InTheWay extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code file} is what was to be written. */
    public InTheWay(String file) {
      super(
          file + " is not written.",
          "A database is there, and writing would destroy it.",
          "Choose another name.",
          null);
    }
  }

  /** The file is something else. */
  public static final class NotADatabase extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code why} says what it is instead. */
    public NotADatabase(String file, String why) {
      super(file + " is not a SQLite database.", why, "Choose another file.", null);
    }
  }

  /** The file looks encrypted. */
  public static final class Encrypted extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code file} is its name. */
    public Encrypted(String file) {
      super(
          file + " cannot be read as a SQLite database: it looks encrypted.",
          "Its first bytes are random, as those of a database with a password are.",
          "Decrypt it with the program that made it, and open the copy.",
          null);
    }
  }

  /** The system does not let this user read the file or write where it is to be. */
  public static final class NoPermission extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code doing} is "read" or "create". */
    public NoPermission(String doing, String file) {
      super(
          "Quarry may not " + doing + " " + file + ".",
          "The system gives this user no right to.",
          "Change the rights of the file or its folder, or use another place.",
          null);
    }
  }

  /** A file was to be made in a folder that is not there. */
  public static final class NoFolder extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code folder} is the one missing. */
    public NoFolder(String file, String folder) {
      super(
          "Quarry cannot create " + file + ".",
          "There is no folder " + folder + ".",
          "Make the folder, or use another place.",
          null);
    }
  }

  /** A write to something that is open for reading. */
  public static final class ReadOnly extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code why} is the reason that opening it found. */
    public ReadOnly(String file, String why, @Nullable Throwable cause) {
      super(file + " is open for reading only.", why, "Write to a copy of it.", cause);
    }
  }

  /** Another program holds the file. */
  public static final class Busy extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code file} is its name. */
    public Busy(String file, @Nullable Throwable cause) {
      super(
          "Another program holds " + file + ".",
          "It has a transaction open, and SQLite lets one writer in at a time.",
          "Finish or close it there, then try again. Nothing was lost.",
          cause);
    }
  }

  /** The file is damaged. */
  public static final class Corrupt extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code detail} is SQLite's own sentence. */
    public Corrupt(String file, String detail, @Nullable Throwable cause) {
      super(
          file + " is damaged.",
          "SQLite says: " + detail + ".",
          "Work on a copy; sqlite3's .recover command saves what can be read.",
          cause);
    }
  }

  /** No room left, or the disk failed. */
  public static final class DiskFailed extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code detail} is SQLite's own sentence. */
    public DiskFailed(String file, String detail, @Nullable Throwable cause) {
      super(
          "The disk did not do what " + file + " needs.",
          "SQLite says: " + detail + ".",
          "Make room or check the disk, then try again. Nothing was written.",
          cause);
    }
  }

  /** A NOT NULL, UNIQUE, CHECK or foreign key rule says no. */
  public static final class Constraint extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    private final String rule;

    /**
     * {@code rule} is the kind of rule with what it is about: "UNIQUE: predictions.country"; {@code
     * where} the row it concerns, or empty; {@code next} what to do next.
     */
    public Constraint(String rule, String where, String next, @Nullable Throwable cause) {
      super(
          "A rule of the table refuses this" + (where.isEmpty() ? "." : ": " + where + "."),
          rule + ".",
          next,
          cause);
      this.rule = rule;
    }

    /** The kind of rule with what it is about. */
    public String rule() {
      return rule;
    }
  }

  /** A row to be written is no longer what it was when it was read. */
  public static final class Conflict extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** {@code row} names the row: "predictions, row 12". */
    public Conflict(String row, boolean gone) {
      super(
          row + (gone ? " is gone." : " was changed meanwhile."),
          "Another program or query changed it after it was read here.",
          "Refresh to see it, then write again or revert. Nothing was written.",
          null);
    }
  }

  /** A transaction that the user began is still open. */
  public static final class TransactionOpen extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    /** Says so. */
    public TransactionOpen() {
      super(
          "A transaction from the Query tab is still open.",
          "Its changes and these would be written or dropped together.",
          "Run COMMIT or ROLLBACK there first.",
          null);
    }
  }

  /** Anything else that SQLite refuses. */
  public static final class Refused extends DatabaseProblem {
    private static final long serialVersionUID = 1L;

    private final String detail;

    /** {@code detail} is SQLite's own sentence. */
    public Refused(String detail, @Nullable Throwable cause) {
      super("SQLite refused this: " + detail + ".", "", "", cause);
      this.detail = detail;
    }

    /** SQLite's own sentence, such as {@code no such table: x}. */
    public String detail() {
      return detail;
    }
  }
}
