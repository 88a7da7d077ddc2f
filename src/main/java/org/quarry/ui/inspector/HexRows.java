package org.quarry.ui.inspector;

import java.util.Locale;

/**
 * Bytes as rows of an editor of bytes.
 *
 * @param bytes the bytes; not to be changed
 * @param width how many stand in a row, at least 1
 */
@SuppressWarnings("ArrayRecordComponent") // Copying 200 MB to guard them would cost more.
record HexRows(byte[] bytes, int width) {
  private static final String DIGITS = "0123456789abcdef";

  /** How many rows there are. */
  long count() {
    return (bytes.length + width - 1L) / width;
  }

  /** Where a row begins, in hexadecimal digits. */
  String offset(long row) {
    return String.format(Locale.ROOT, bytes.length > 0xFFFFFF ? "%08x" : "%06x", row * width);
  }

  /** The bytes of a row, two digits each, apart by a space. */
  String hex(long row) {
    StringBuilder text = new StringBuilder(3 * width);
    for (int at = first(row); at < end(row); at++) {
      text.append(text.isEmpty() ? "" : " ")
          .append(DIGITS.charAt((bytes[at] >> 4) & 15))
          .append(DIGITS.charAt(bytes[at] & 15));
    }
    return text.toString();
  }

  /** The bytes of a row as ASCII, a dot for what has no sign there. */
  String ascii(long row) {
    StringBuilder text = new StringBuilder(width);
    for (int at = first(row); at < end(row); at++) {
      text.append(bytes[at] >= 0x20 && bytes[at] < 0x7f ? (char) bytes[at] : '.');
    }
    return text.toString();
  }

  /** A row as it is copied: offset, bytes, ASCII. */
  String line(long row) {
    String hex = hex(row);
    return offset(row) + "  " + hex + " ".repeat(3 * width - 1 - hex.length()) + "  " + ascii(row);
  }

  private int first(long row) {
    return Math.toIntExact(row * width);
  }

  private int end(long row) {
    return (int) Math.min(bytes.length, (row + 1) * width);
  }
}
