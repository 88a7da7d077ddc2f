package org.quarry.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output that says when it cannot be written, which a print stream keeps to itself. */
final class ResultStream extends OutputStream {
  private final PrintStream out;

  ResultStream(PrintStream out) {
    this.out = out;
  }

  @Override
  public void write(int octet) {
    out.write(octet);
    check();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    out.write(bytes, offset, length);
    check();
  }

  @Override
  public void flush() {
    check();
  }

  /** The process keeps its standard output open. */
  @Override
  public void close() {
    flush();
  }

  private void check() {
    if (out.checkError()) {
      throw new OutputLost(reason());
    }
  }

  /**
   * Writing once more below the print stream makes the system repeat its reason. The stream is left
   * open: where standard output is closed, its number belongs to a file of the Java machine's own,
   * which must not be closed under it.
   */
  private String reason() {
    if (!out.equals(System.out)) {
      return "";
    }
    try {
      new FileOutputStream(FileDescriptor.out).write('\n');
      return "";
    } catch (IOException refused) {
      String message = refused.getMessage();
      return message == null ? "" : message;
    }
  }
}
