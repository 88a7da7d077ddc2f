package org.quarry.database.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.JournalEvent;
import org.quarry.database.records.JournalState;
import org.quarry.database.records.JournalStep;
import org.quarry.database.records.RowChange;
import org.quarry.database.records.RowKey;
import org.quarry.database.records.StagedRow;
import org.quarry.database.records.WrittenRow;

/** Journal events as bytes and back; every value keeps its type. */
final class JournalCodec {
  private JournalCodec() {}

  static byte[] identity(FileIdentity identity) {
    return bytes(
        out -> {
          out.writeByte('I');
          text(out, identity.path());
          text(out, identity.key());
          out.writeLong(identity.size());
          out.writeLong(identity.counter());
        });
  }

  static byte[] event(JournalEvent event) {
    return bytes(
        out -> {
          switch (event) {
            case JournalEvent.Taken taken -> {
              out.writeByte('T');
              step(out, taken.step());
            }
            case JournalEvent.Undone _ -> out.writeByte('U');
            case JournalEvent.Redone _ -> out.writeByte('R');
            case JournalEvent.Written written -> {
              out.writeByte('W');
              list(out, written.rows(), JournalCodec::writtenRow);
            }
            case JournalEvent.Restored restored -> {
              out.writeByte('S');
              list(out, restored.state().staged(), JournalCodec::stagedRow);
              list(out, restored.state().done(), JournalCodec::step);
              list(out, restored.state().undone(), JournalCodec::step);
            }
          }
        });
  }

  /** A {@link FileIdentity} or a {@link JournalEvent}. */
  static Object read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    byte kind = in.readByte();
    return switch (kind) {
      case 'I' -> new FileIdentity(text(in), text(in), in.readLong(), in.readLong());
      case 'T' -> new JournalEvent.Taken(step(in));
      case 'U' -> new JournalEvent.Undone();
      case 'R' -> new JournalEvent.Redone();
      case 'W' -> new JournalEvent.Written(list(in, JournalCodec::writtenRow));
      case 'S' ->
          new JournalEvent.Restored(
              new JournalState(
                  list(in, JournalCodec::stagedRow),
                  list(in, JournalCodec::step),
                  list(in, JournalCodec::step)));
      default -> throw new IOException("no record is of kind " + kind);
    };
  }

  private static void step(DataOutputStream out, JournalStep step) throws IOException {
    text(out, step.name());
    list(out, step.moves(), JournalCodec::move);
  }

  private static JournalStep step(DataInputStream in) throws IOException {
    return new JournalStep(text(in), list(in, JournalCodec::move));
  }

  private static void move(DataOutputStream out, JournalStep.Move move) throws IOException {
    text(out, move.table());
    key(out, move.key());
    change(out, move.before());
    change(out, move.after());
  }

  private static JournalStep.Move move(DataInputStream in) throws IOException {
    return new JournalStep.Move(text(in), key(in), change(in), change(in));
  }

  private static void stagedRow(DataOutputStream out, StagedRow row) throws IOException {
    text(out, row.table());
    key(out, row.key());
    change(out, row.change());
  }

  private static StagedRow stagedRow(DataInputStream in) throws IOException {
    return new StagedRow(text(in), key(in), present(change(in)));
  }

  private static void writtenRow(DataOutputStream out, WrittenRow row) throws IOException {
    text(out, row.table());
    key(out, row.staged());
    key(out, row.stored());
    change(out, row.change());
    values(out, row.before());
    values(out, row.after());
  }

  private static WrittenRow writtenRow(DataInputStream in) throws IOException {
    return new WrittenRow(text(in), key(in), key(in), present(change(in)), values(in), values(in));
  }

  private static RowChange present(@Nullable RowChange change) throws IOException {
    if (change == null) {
      throw new IOException("a staged row has no change");
    }
    return change;
  }

  private static void change(DataOutputStream out, @Nullable RowChange change) throws IOException {
    if (change == null) {
      out.writeByte(0);
      return;
    }
    out.writeByte(
        switch (change.kind()) {
          case INSERT -> 'i';
          case UPDATE -> 'u';
          case DELETE -> 'd';
        });
    values(out, change.values());
    values(out, change.old());
  }

  private static @Nullable RowChange change(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case 0 -> null;
      case 'i' -> new RowChange(RowChange.Kind.INSERT, values(in), values(in));
      case 'u' -> new RowChange(RowChange.Kind.UPDATE, values(in), values(in));
      case 'd' -> new RowChange(RowChange.Kind.DELETE, values(in), values(in));
      default -> throw new IOException("no change is of kind " + kind);
    };
  }

  private static void key(DataOutputStream out, RowKey key) throws IOException {
    switch (key) {
      case RowKey.Rowid rowid -> {
        out.writeByte('r');
        out.writeLong(rowid.value());
      }
      case RowKey.Primary primary -> {
        out.writeByte('p');
        List<@Nullable Object> values = primary.bound();
        out.writeInt(values.size());
        for (Object value : values) {
          value(out, value);
        }
      }
      case RowKey.Fresh fresh -> {
        out.writeByte('f');
        out.writeLong(fresh.number());
      }
      case RowKey.Position position -> {
        out.writeByte('v');
        out.writeLong(position.value());
      }
    }
  }

  private static RowKey key(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case 'r' -> new RowKey.Rowid(in.readLong());
      case 'p' -> {
        List<@Nullable Object> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
          values.add(value(in));
        }
        yield RowKey.Primary.of(values);
      }
      case 'f' -> new RowKey.Fresh(in.readLong());
      case 'v' -> new RowKey.Position(in.readLong());
      default -> throw new IOException("no key is of kind " + kind);
    };
  }

  private static void values(DataOutputStream out, Map<String, @Nullable Object> values)
      throws IOException {
    out.writeInt(values.size());
    for (Map.Entry<String, @Nullable Object> value : values.entrySet()) {
      text(out, value.getKey());
      value(out, value.getValue());
    }
  }

  private static Map<String, @Nullable Object> values(DataInputStream in) throws IOException {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.put(text(in), value(in));
    }
    return values;
  }

  private static void value(DataOutputStream out, @Nullable Object value) throws IOException {
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
      default -> throw new IllegalArgumentException("SQLite stores no " + value.getClass());
    }
  }

  private static @Nullable Object value(DataInputStream in) throws IOException {
    byte kind = in.readByte();
    return switch (kind) {
      case 'n' -> null;
      case 'l' -> in.readLong();
      case 'd' -> Double.longBitsToDouble(in.readLong());
      case 't' -> text(in);
      case 'b' -> in.readNBytes(in.readInt());
      default -> throw new IOException("no value is of kind " + kind);
    };
  }

  /** Of any length, which {@link DataOutputStream#writeUTF} does not take. */
  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static <T> void list(DataOutputStream out, List<T> items, Writing<? super T> each)
      throws IOException {
    out.writeInt(items.size());
    for (T item : items) {
      each.write(out, item);
    }
  }

  private static <T> List<T> list(DataInputStream in, Reading<T> each) throws IOException {
    List<T> items = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      items.add(each.read(in));
    }
    return items;
  }

  private static byte[] bytes(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      content.write(new DataOutputStream(bytes));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    return bytes.toByteArray();
  }

  private interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  private interface Writing<T> {
    void write(DataOutputStream out, T item) throws IOException;
  }

  private interface Reading<T> {
    T read(DataInputStream in) throws IOException;
  }
}
