package org.quarry;

/** Where the program starts. */
public final class Main {
  private Main() {}

  /**
   * Runs Quarry.
   *
   * @param args a file to open, or a command
   */
  public static void main(String[] args) {
    System.out.println("quarry");
  }
}
