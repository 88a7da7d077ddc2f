package org.quarry.database.records;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a long text or a BLOB to tell later whether it is still the same.
 *
 * @param text whether it is a text
 * @param bytes its length, a text's in UTF-8
 * @param hash SHA-256 of its bytes, in hexadecimal digits
 */
public record Fingerprint(boolean text, long bytes, String hash) {
  /** What a value is recognised by: a text or BLOB by its fingerprint, any other one by itself. */
  static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case String text -> of(true, text.getBytes(StandardCharsets.UTF_8));
      case byte[] blob -> of(false, blob);
      case null, default -> value;
    };
  }

  private static Fingerprint of(boolean text, byte[] bytes) {
    Growing growing = new Growing();
    growing.add(bytes);
    return growing.end(text);
  }

  /** Whether a value is the one that this was made of. */
  boolean matches(@Nullable Object value) {
    return equals(of(value));
  }

  /** A fingerprint that is made piece by piece. */
  static final class Growing {
    private final MessageDigest digest = sha256();
    private long bytes;

    void add(byte[] piece) {
      digest.update(piece);
      bytes += piece.length;
    }

    Fingerprint end(boolean text) {
      return new Fingerprint(text, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException never) {
        throw new IllegalStateException("every Java has SHA-256", never);
      }
    }
  }
}
