package org.quarry.learning.model;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quarry.learning.LearningProblem;

/**
 * The last member of a model's JSON: the SHA-256, in hexadecimal, of all that stands before it as
 * UTF-8. It shows any damage; it is no signature, and does not say who wrote the model.
 */
final class ModelSeal {
  private static final Pattern LAST = Pattern.compile(",\"checksum\":\"([0-9a-f]{64})\"}\\z");

  private ModelSeal() {}

  /** A JSON object without blanks, one member at least, with the checksum as its last member. */
  static String seal(String json) {
    String content = json.substring(0, json.length() - 1);
    return content + ",\"checksum\":\"" + hash(content) + "\"}";
  }

  /**
   * Whether a text ends with a checksum, which is then right.
   *
   * @throws LearningProblem.BrokenModel if it is wrong
   */
  static boolean isSealed(String json) {
    Matcher last = LAST.matcher(json);
    if (!last.find()) {
      return false;
    }
    if (!hash(json.substring(0, last.start())).equals(last.group(1))) {
      throw new LearningProblem.BrokenModel("It was changed since it was saved.", null);
    }
    return true;
  }

  private static String hash(String content) {
    try {
      // An encoder, unlike getBytes, does not take half a character for a question mark.
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(content));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes);
      return HexFormat.of().formatHex(digest.digest());
    } catch (CharacterCodingException damaged) {
      throw new LearningProblem.BrokenModel("It holds half a character.", damaged);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
