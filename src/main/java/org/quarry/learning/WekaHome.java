package org.quarry.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder Weka may write to. Without one Weka makes a folder in the user's home when its first
 * class loads, and its matrix library looks for native code; so whoever trains needs one of these
 * first, and its making sets what Weka reads. Immutable.
 */
public final class WekaHome {
  private static final String HOME = "WEKA_HOME";
  private static final String NETLIB = "com.github.fommil.netlib.";

  private WekaHome() {}

  /**
   * Tells Weka where its folder is and that Java's own linear algebra serves. Whatever was told
   * earlier in this process, or on its command line, stays.
   *
   * @param folder the folder; made when there is none
   * @throws LearningProblem.NoFolder if it cannot be made
   */
  public static WekaHome at(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw new LearningProblem.NoFolder(folder, failed);
    }
    keep(HOME, folder.toAbsolutePath().toString());
    keep(NETLIB + "ARPACK", NETLIB + "F2jARPACK");
    keep(NETLIB + "LAPACK", NETLIB + "F2jLAPACK");
    keep(NETLIB + "BLAS", NETLIB + "F2jBLAS");
    return new WekaHome();
  }

  private static void keep(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }

  /** Checks that nobody took the setting away. */
  public void require() {
    if (System.getProperty(HOME) == null) {
      throw new IllegalStateException("the property " + HOME + " was removed");
    }
  }
}
