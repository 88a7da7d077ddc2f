package org.quarry.ui.inspector;

import java.nio.file.Path;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Problem;

/** Why a value cannot be read, shown, saved or replaced as asked. */
public abstract sealed class InspectorProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private InspectorProblem(String what, String why, String next, Throwable... causes) {
    super(what, why, next, causes.length == 0 ? null : causes[0]);
  }

  /** The value has more bytes than are read into memory. */
  public static final class TooLarge extends InspectorProblem {
    private static final long serialVersionUID = 1L;

    TooLarge(long bytes, long most) {
      super(
          "This value has " + Texts.bytes(bytes) + ".",
          "Up to " + Texts.bytes(most) + " are read into memory.",
          "The sqlite3 program saves it with writefile().");
    }
  }

  /** The text is not of the form it is to be read as. */
  public static final class Malformed extends InspectorProblem {
    private static final long serialVersionUID = 1L;

    Malformed(String what, String why, String next) {
      super(what, why, next);
    }
  }

  /** The picture cannot be shown. */
  public static final class NoPicture extends InspectorProblem {
    private static final long serialVersionUID = 1L;

    NoPicture(String what, String why) {
      super(what, why, "Save it to a file to open it with another program.");
    }
  }

  /** The bytes are too many for the clipboard. */
  public static final class TooLargeToCopy extends InspectorProblem {
    private static final long serialVersionUID = 1L;

    TooLargeToCopy(long bytes, long most) {
      super(
          "This BLOB has " + Texts.bytes(bytes) + ".",
          "Up to " + Texts.bytes(most) + " are copied, as two digits a byte.",
          "Save it to a file.");
    }
  }

  /** There is nothing to save. */
  public static final class NothingToSave extends InspectorProblem {
    private static final long serialVersionUID = 1L;

    NothingToSave() {
      super("NULL has nothing to save.", "", "");
    }
  }

  /** A file could not be written or read. */
  public static final class FileFailed extends InspectorProblem {
    private static final long serialVersionUID = 1L;

    FileFailed(String what, String why, Throwable cause) {
      super(what, why, "Choose another file or folder.", cause);
    }
  }

  /** The file is larger than a cell takes here. */
  public static final class FileTooLarge extends InspectorProblem {
    private static final long serialVersionUID = 1L;

    FileTooLarge(Path file, long bytes, long most) {
      super(
          file.getFileName() + " has " + Texts.bytes(bytes) + ".",
          "Staged values are held in memory, up to " + Texts.bytes(most) + " each.",
          "The sqlite3 program stores it with readfile().");
    }
  }

  /** The file is not text as SQLite stores it. */
  public static final class NotText extends InspectorProblem {
    private static final long serialVersionUID = 1L;

    NotText(Path file) {
      super(file.getFileName() + " is not UTF-8 text.", "", "Read it as a BLOB.");
    }
  }

  /** The cell cannot be given a value. */
  public static final class NotEditable extends InspectorProblem {
    private static final long serialVersionUID = 1L;

    NotEditable(String why) {
      super("This value cannot be edited here.", why, "");
    }
  }
}
