package org.quarry.ui.inspector;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes as text, where they are UTF-8. */
final class Utf8 {
  private Utf8() {}

  /** The text of all these bytes, or empty if they are not UTF-8. */
  static Optional<String> exactly(byte[] bytes) {
    try {
      return Optional.of(decoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException other) {
      return Optional.empty();
    }
  }

  /** The same of a beginning, which may end inside of a character. */
  static Optional<String> beginning(byte[] bytes) {
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder().decode(ByteBuffer.wrap(bytes), characters, false);
    return result.isError() ? Optional.empty() : Optional.of(characters.flip().toString());
  }

  /** The same, and empty also if there are control characters that no text has. */
  static Optional<String> printable(byte[] bytes) {
    return beginning(bytes)
        .filter(text -> text.chars().noneMatch(c -> c < ' ' && "\t\n\r\f\u001b".indexOf(c) < 0));
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
