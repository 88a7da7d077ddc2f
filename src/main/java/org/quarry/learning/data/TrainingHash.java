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
   * The SHA-256 over the nominal features, each the name and then the categories, and over the rows
   * in order: of each its raw features as big-endian doubles (NaN where one is missing), then its
   * class. A name, category or class is its text in UTF-8 and a zero byte; before a category that
   * is a number stands a byte 1.
   *
   * @return 64 hexadecimal digits
   */
  public static String of(DataSet data, int[] rows) {
    MessageDigest digest = digest();
    for (Feature feature : data.roles().features()) {
      if (feature.kind() == Kind.NOMINAL) {
        text(digest, feature.name());
        for (ClassLabel category : feature.categories()) {
          if (!(category.value() instanceof String)) {
            digest.update((byte) 1);
          }
          text(digest, category.text());
        }
      }
    }
    ByteBuffer features = ByteBuffer.allocate(Double.BYTES * data.features().size());
    for (int row : rows) {
      features.clear();
      for (double value : data.values(row)) {
        features.putDouble(value);
      }
      digest.update(features.array());
      text(digest, data.classes().get(data.label(row)).text());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The SHA-256 over what folds are dealt by, whatever the features: of each row in order its
   * identity, its class, and its group if there are groups, each as text in UTF-8 and a zero byte.
   *
   * @return 64 hexadecimal digits
   */
  public static String ofFolds(DataSet data, int[] rows) {
    MessageDigest digest = digest();
    int[] groups = data.roles().group() == null ? new int[0] : data.groups(rows);
    for (int i = 0; i < rows.length; i++) {
      text(digest, data.identity(rows[i]).toString());
      text(digest, data.classes().get(data.label(rows[i])).text());
      if (groups.length > 0) {
        text(digest, Integer.toString(groups[i]));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static void text(MessageDigest digest, String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }
}
