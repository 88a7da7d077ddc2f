package org.quarry.database.journal;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.Fingerprint;

/** SQLite's values, what is kept of long ones, and texts of any length as bytes and back. */
final class JournalValues {
  private JournalValues() {}

  static void value(DataOutputStream out, @Nullable Object value) throws IOException {
    switch (value) {
      case null -> out.writeByte('n');
      case Long number -> {
        out.writeByte('l');
        out.writeLong(number);
      }
      case Double number -> {
        out.writeByte('d');
        out.writeLong(Double.doubleToRawLongBits(number));
      }
      case String text -> {
        out.writeByte('t');
        text(out, text);
      }
      case byte[] blob -> {
        out.writeByte('b');
        out.writeInt(blob.length);
        out.write(blob);
      }
      case Fingerprint known -> {
        out.writeByte('f');
        out.writeBoolean(known.text());
        out.writeLong(known.bytes());
        text(out, known.hash());
      }
      default -> throw new IllegalArgumentException("SQLite stores no " + value.getClass());
    }
  }

  static @Nullable Object value(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case 'n' -> null;
      case 'l' -> in.readLong();
      case 'd' -> Double.longBitsToDouble(in.readLong());
      case 't' -> text(in);
      case 'b' -> in.readNBytes(in.readInt());
      case 'f' -> new Fingerprint(in.readBoolean(), in.readLong(), text(in));
      default -> throw new IOException("no value is of kind " + kind);
    };
  }

  /** Of any length, which {@link DataOutputStream#writeUTF} does not take. */
  static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
