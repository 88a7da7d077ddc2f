package org.quarry.database.transfer;

import java.io.Writer;

/** Collects text up to a length. */
final class BoundedText extends Writer {
  private final StringBuilder text = new StringBuilder();
  private final int most;

  BoundedText(int most) {
    this.most = most;
  }

  private void makeRoom(int characters) {
    if (characters > most - text.length()) {
      throw new TransferProblem.TooLong(most);
    }
  }

  @Override
  public void write(int character) {
    makeRoom(1);
    text.append((char) character);
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    makeRoom(length);
    text.append(characters, offset, length);
  }

  @Override
  public void write(String characters, int offset, int length) {
    makeRoom(length);
    text.append(characters, offset, offset + length);
  }

  /** Holds nothing back. */
  @Override
  public void flush() {}

  /** Has nothing to close. */
  @Override
  public void close() {}

  /** All text so far. */
  @Override
  public String toString() {
    return text.toString();
  }
}
