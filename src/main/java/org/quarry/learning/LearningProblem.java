package org.quarry.learning;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.RowKey;
import org.quarry.work.Problem;

/** Why a training or a prediction could not be done. */
public abstract sealed class LearningProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private LearningProblem(String what, String why, String next, @Nullable Throwable cause) {
    super(what, why, next, cause);
  }

  /** A feature or target is not among the columns. */
  public static final class UnknownColumn extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public UnknownColumn(String column, List<String> known) {
      super(
          "There is no column “" + column + "”.",
          "The columns are " + String.join(", ", known) + ".",
          "Choose one of them.",
          null);
    }
  }

  /** A value of a feature is no finite number. */
  public static final class NotNumeric extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public NotNumeric(String column, Object row, Object value) {
      super(
          "The column “" + column + "” cannot be a feature.",
          "In " + name(row) + " it holds " + describe(value) + ", and a feature must be a number.",
          "Change that value, leave the row out, or choose another column.",
          null);
    }
  }

  /** A value of a nominal feature can name no category. */
  public static final class NotACategory extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public NotACategory(String column, Object row, Object value) {
      super(
          "The column “" + column + "” cannot be a nominal feature.",
          "In "
              + name(row)
              + " it holds "
              + describe(value)
              + ", and a category must be a finite number or a text.",
          "Change that value, leave the row out, or choose another column.",
          null);
    }
  }

  /** A value of a date feature is no moment. */
  public static final class NotADate extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public NotADate(String column, Object row, Object value) {
      super(
          "The column “" + column + "” cannot be a date.",
          "In "
              + name(row)
              + " it holds "
              + describe(value)
              + ", and a date must be a text such as 2026-01-31 or 2026-01-31 12:30.",
          "Change that value, leave the row out, or choose another kind for the column.",
          null);
    }
  }

  /** A value of the target or the group can name none. */
  public static final class NotAClass extends LearningProblem {
    private static final long serialVersionUID = 1L;

    /**
     * Makes one.
     *
     * @param role {@code target} or {@code group}
     */
    public NotAClass(String column, String role, Object row, Object value) {
      super(
          "The column “" + column + "” cannot be the " + role + ".",
          "In "
              + name(row)
              + " it holds "
              + describe(value)
              + ", and a "
              + (role.equals("target") ? "class" : role)
              + " must be a finite number or a text.",
          "Change that value, leave the row out, or choose another column.",
          null);
    }
  }

  /** Fewer than two classes are left to tell apart. */
  public static final class TooFewClasses extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public TooFewClasses(String what, String why) {
      super(what, why, "Choose another target, or label more rows.", null);
    }
  }

  /** There are not enough rows for what is asked. */
  public static final class TooFewRows extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public TooFewRows(String what, String why, String next) {
      super(what, why, next, null);
    }
  }

  /** The settings of a training contradict themselves or are out of range. */
  public static final class BadSettings extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public BadSettings(String what, String next) {
      super(what, "", next, null);
    }
  }

  /** One candidate could not be trained. */
  public static final class NotSolved extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public NotSolved(String candidate, String why, @Nullable Throwable cause) {
      super(
          "The training of " + candidate + " failed.",
          why,
          "Leave that candidate out of the grid.",
          cause);
    }
  }

  /** What should be a saved model is none, or not one this version reads. */
  public static final class BrokenModel extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public BrokenModel(String why, @Nullable Throwable cause) {
      super(
          "The saved model cannot be read.",
          why,
          "Train the model again, or read it with the version that saved it.",
          cause);
    }
  }

  /** There is no saved model of that name. */
  public static final class NoSuchModel extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public NoSuchModel(String name, List<String> known) {
      super(
          "There is no model “" + name + "” in this file.",
          known.isEmpty() ? "It holds no model yet." : "It holds " + String.join(", ", known) + ".",
          known.isEmpty() ? "Train one first." : "Choose one of them.",
          null);
    }
  }

  /** A function of SQL was given other values than it takes. */
  public static final class WrongCall extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public WrongCall(String what, String why) {
      super(what, why, "", null);
    }
  }

  /** A model was asked for probabilities that it cannot tell. */
  public static final class NoProbabilities extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public NoProbabilities(String model) {
      super(
          "The model “" + model + "” has no calibration.",
          "It tells classes, and no probabilities.",
          "Ask predict for the class, or train it again with calibration.",
          null);
    }
  }

  /** A file that a model is to be read from or written to cannot be. */
  public static final class ModelFileFailed extends LearningProblem {
    private static final long serialVersionUID = 1L;

    /** {@code what} says what could not be done with the file, {@code why} the reason. */
    public ModelFileFailed(String what, String why, String next, @Nullable Throwable cause) {
      super(what, why, next, cause);
    }
  }

  /** A saved model has that name already. */
  public static final class ModelExists extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public ModelExists(String name) {
      super(
          "There is a model “" + name + "” in this file already.",
          "",
          "Choose another name, or ask to replace it.",
          null);
    }
  }

  /** The list of runs cannot be read or written. */
  public static final class RunsNotKept extends LearningProblem {
    private static final long serialVersionUID = 1L;

    /** {@code what} says what could not be done. */
    public RunsNotKept(String what, Throwable cause) {
      super(
          what,
          cause.toString(),
          "The training itself is not touched. See whether the folder for Quarry's own data can be"
              + " written.",
          cause);
    }
  }

  /** Files of kept runs could not be understood. */
  public static final class DamagedRuns extends LearningProblem {
    private static final long serialVersionUID = 1L;

    /** {@code files} says of each file its name and what is wrong with it. */
    public DamagedRuns(List<String> files) {
      super(
          files.size() == 1
              ? "A run of the list could not be read."
              : files.size() + " runs of the list could not be read.",
          String.join("; ", files),
          "They were set aside with the ending “.damaged”; the others are listed.",
          null);
    }
  }

  /** The folder Weka may write to cannot be made. */
  public static final class NoFolder extends LearningProblem {
    private static final long serialVersionUID = 1L;

    public NoFolder(Path folder, Throwable cause) {
      super(
          "Training cannot start.",
          "The folder " + folder + " cannot be made.",
          "Make it, or allow writing to the folder above it.",
          cause);
    }
  }

  /** A key says by itself that it is a row's. */
  private static String name(Object row) {
    return row instanceof RowKey ? row.toString() : "row " + row;
  }

  private static String describe(Object value) {
    return switch (value) {
      case byte[] bytes -> "a blob of " + bytes.length + " bytes";
      case String text ->
          "the text “" + (text.length() <= 40 ? text : text.substring(0, 40) + "…") + "”";
      default -> value.toString();
    };
  }
}
