package org.quarry.database.transfer;

import java.util.Locale;
import org.quarry.work.Problem;

/** Why rows cannot be copied or pasted as asked. */
public abstract sealed class TransferProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private TransferProblem(String what, String why, String next) {
    super(what, why, next);
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }

  /** More rows than a clipboard is for. */
  public static final class TooManyRows extends TransferProblem {
    private static final long serialVersionUID = 1L;

    TooManyRows(long rows, long most) {
      super(
          number(rows) + " rows are too many to copy.",
          "All of them would lie in memory as one text; up to " + number(most) + " do.",
          "Select fewer rows.");
    }
  }

  /** More text than a clipboard is for. */
  public static final class TooLong extends TransferProblem {
    private static final long serialVersionUID = 1L;

    TooLong(int most) {
      super(
          "The text to be copied is too long.",
          "It would have more than " + number(most >> 20) + " million characters.",
          "Select fewer rows, or leave out the columns with long values.");
    }
  }

  /** Nothing on the clipboard is text. */
  public static final class NothingToPaste extends TransferProblem {
    private static final long serialVersionUID = 1L;

    /** Makes one. */
    public NothingToPaste() {
      super("There is nothing to paste.", "The clipboard holds no text.", "Copy cells first.");
    }
  }
}
