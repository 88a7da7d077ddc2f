package org.quarry;

import org.quarry.app.Launch;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /**
   * Runs Quarry and ends the process with its exit code.
   *
   * @param args nothing, a file to open, or a command; {@code --help} lists them
   */
  public static void main(String[] args) {
    System.exit(Launch.run(args, System.out, System.err));
  }
}
