package org.quarry.database.journal;

import static org.quarry.database.journal.JournalValues.text;
import static org.quarry.database.journal.JournalValues.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    return bytes(out -> event(out, event));
  }

  static byte[] record(JournalRecord record) {
    return bytes(
        out -> {
          switch (record) {
            case JournalRecord.Writing writing -> {
              out.writeByte('P');
              list(out, writing.rows(), JournalCodec::writtenRow);
            }
            case JournalRecord.NotWritten _ -> out.writeByte('N');
            case JournalRecord.InPlaceOf other -> {
              out.writeByte('Z');
              text(out, other.name());
              event(out, other.event());
            }
          }
        });
  }

  private static void event(DataOutputStream out, JournalEvent event) throws IOException {
    switch (event) {
      case JournalEvent.Taken taken -> {
        out.writeByte('T');
        step(out, taken.step());
      }
      case JournalEvent.Undone _ -> out.writeByte('U');
      case JournalEvent.Redone _ -> out.writeByte('R');
      case JournalEvent.Written written -> {
        out.writeByte('V');
        list(out, written.rows(), JournalCodec::writtenRow);
      }
      case JournalEvent.Restored restored -> {
        out.writeByte('S');
        list(out, restored.state().staged(), JournalCodec::stagedRow);
        list(out, restored.state().done(), JournalCodec::step);
        list(out, restored.state().undone(), JournalCodec::step);
      }
    }
  }

  /** A {@link FileIdentity}, a {@link JournalEvent} or a {@link JournalRecord}. */
  static Object read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    byte kind = in.readByte();
    return switch (kind) {
      case 'I' -> new FileIdentity(text(in), text(in), in.readLong(), in.readLong());
      case 'P' -> new JournalRecord.Writing(list(in, JournalCodec::writtenRow));
      case 'N' -> new JournalRecord.NotWritten();
      case 'Z' -> new JournalRecord.InPlaceOf(text(in), event(in.readByte(), in));
      default -> event(kind, in);
    };
  }

  private static JournalEvent event(byte kind, DataInputStream in) throws IOException {
    return switch (kind) {
      case 'T' -> new JournalEvent.Taken(step(in));
      case 'U' -> new JournalEvent.Undone();
      case 'R' -> new JournalEvent.Redone();
      case 'V' -> new JournalEvent.Written(list(in, JournalCodec::writtenRow));
      case 'W' -> new JournalEvent.Written(list(in, JournalCodec::rowWrittenAlone));
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
    list(out, row.along(), JournalCodec::writtenRow);
  }

  private static WrittenRow writtenRow(DataInputStream in) throws IOException {
    return new WrittenRow(
        text(in),
        key(in),
        key(in),
        present(change(in)),
        values(in),
        values(in),
        list(in, JournalCodec::writtenRow));
  }

  /** As it was kept before the rows that go along were. */
  private static WrittenRow rowWrittenAlone(DataInputStream in) throws IOException {
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
        keyValues(out, primary.bound());
      }
      case RowKey.Whole whole -> {
        out.writeByte('w');
        keyValues(out, whole.bound());
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
      case 'p' -> RowKey.Primary.of(keyValues(in));
      case 'w' -> RowKey.Whole.of(keyValues(in));
      case 'f' -> new RowKey.Fresh(in.readLong());
      case 'v' -> new RowKey.Position(in.readLong());
      default -> throw new IOException("no key is of kind " + kind);
    };
  }

  private static void keyValues(DataOutputStream out, List<@Nullable Object> values)
      throws IOException {
    out.writeInt(values.size());
    for (Object value : values) {
      value(out, value);
    }
  }

  private static List<@Nullable Object> keyValues(DataInputStream in) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      values.add(value(in));
    }
    return values;
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
