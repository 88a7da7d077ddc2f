package org.quarry.ui.inspector;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.FilePicker;

/** What kind of file a value would be, told by how it begins. */
public enum FileKind {
  PNG("PNG image", "png", "\u0089PNG\r\n\u001a\n"),
  JPEG("JPEG image", "jpg", "\u00ff\u00d8\u00ff"),
  GIF("GIF image", "gif", "GIF8"),
  BMP("BMP image", "bmp", ""),
  PDF("PDF document", "pdf", "%PDF-"),
  ZIP("ZIP archive", "zip", "PK\u0003\u0004"),
  GZIP("gzip archive", "gz", "\u001f\u008b\b"),
  SQLITE("SQLite database", "db", "SQLite format 3\0"),
  JSON("JSON", "json", ""),
  XML("XML", "xml", ""),
  TEXT("Text", "txt", ""),
  BYTES("Bytes", "bin", "");

  /** Characters of a text that are looked at. */
  private static final int LOOK = 4096;

  private final String words;
  private final String ending;
  private final String magic;

  FileKind(String words, String ending, String magic) {
    this.words = words;
    this.ending = ending;
    this.magic = magic;
  }

  /** The kind of a value, or of what is known of its beginning; null is bytes. */
  public static FileKind of(@Nullable Object value) {
    return switch (value) {
      case String text -> ofText(text);
      case byte[] bytes -> ofBytes(bytes);
      case Long _, Double _ -> TEXT;
      case null, default -> BYTES;
    };
  }

  private static FileKind ofBytes(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
    for (FileKind kind : values()) {
      if (!kind.magic.isEmpty() && head.startsWith(kind.magic)) {
        return kind;
      }
    }
    if (isBitmap(bytes)) {
      return BMP;
    }
    Optional<String> text = Utf8.printable(Arrays.copyOf(bytes, Math.min(bytes.length, LOOK)));
    return text.isEmpty() || bytes.length == 0 ? BYTES : ofText(text.get());
  }

  /** Two letters are too few to go by: the two reserved words after the size are zero. */
  private static boolean isBitmap(byte[] bytes) {
    return bytes.length > 26
        && bytes[0] == 'B'
        && bytes[1] == 'M'
        && bytes[6] == 0
        && bytes[7] == 0
        && bytes[8] == 0
        && bytes[9] == 0;
  }

  private static FileKind ofText(String text) {
    String head = text.substring(0, Math.min(text.length(), LOOK)).stripLeading();
    if (head.startsWith("{") || head.matches("(?s)\\[\\s*([\\[{\"\\]\\d-]|true|false|null).*")) {
      return JSON;
    }
    return head.matches("(?s)<(\\?xml\\s|!--|!DOCTYPE|[A-Za-z_][^<>]*>).*") ? XML : TEXT;
  }

  /** Whether it is a picture that the inspector shows. */
  public boolean isImage() {
    return this == PNG || this == JPEG || this == GIF || this == BMP;
  }

  /** What it is called. */
  public String words() {
    return words;
  }

  /** The ending of its files, without dot. */
  public String ending() {
    return ending;
  }

  /** As a file dialog names it. */
  FilePicker.Kind picked() {
    return new FilePicker.Kind(words, List.of(ending));
  }
}
