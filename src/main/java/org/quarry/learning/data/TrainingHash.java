package org.quarry.learning.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names the rows a model was trained on, so that one can tell later whether they changed. */
public final class TrainingHash {
  private TrainingHash() {}

  /**
   * The SHA-256 over the rows in order: of each its features as big-endian doubles, then its class
   * as text in UTF-8 and a zero byte.
   *
   * @return 64 hexadecimal digits
   */
  public static String of(DataSet data, int[] rows) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      ByteBuffer features = ByteBuffer.allocate(Double.BYTES * data.features().size());
      for (int row : rows) {
        features.clear();
        for (double value : data.values(row)) {
          features.putDouble(value);
        }
        digest.update(features.array());
        String label = data.classes().get(data.label(row)).text();
        digest.update(label.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
