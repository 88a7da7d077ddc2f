package org.quarry.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quarry.work.Monitor;

/** What bytes are and how they are shown. */
class BytesTest {
  static byte[] image(String format, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      image.setRGB(x, x % height, 0xFF8800);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      assertThat(ImageIO.write(image, format, out)).isTrue();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"png, PNG, png", "jpg, JPEG, jpg", "gif, GIF, gif", "bmp, BMP, bmp"})
  void picturesAreKnownByTheirFirstBytes(String format, FileKind kind, String ending) {
    byte[] bytes = image(format, 40, 30);
    assertThat(FileKind.of(bytes)).isEqualTo(kind);
    assertThat(kind.ending()).isEqualTo(ending);
    Picture picture = Picture.read(bytes, Monitor.NONE);
    assertThat(picture.words()).isEqualTo(kind.name() + " · 40 × 30");
    assertThat(picture.pixels()).hasSize(1200);
    if (kind == FileKind.PNG || kind == FileKind.BMP) {
      assertThat(picture.pixels()[0]).isEqualTo(0xFFFF8800);
    }
  }

  @Test
  void otherFilesAreKnownToo() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    new GZIPOutputStream(zipped).close();
    assertThat(FileKind.of(zipped.toByteArray())).isEqualTo(FileKind.GZIP);
    assertThat(FileKind.of("%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.PDF);
    assertThat(FileKind.of("PK\3\4x".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.ZIP);
    assertThat(FileKind.of("žluť".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.TEXT);
    assertThat(FileKind.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.JSON);
    assertThat(FileKind.of(" <a x='1'>")).isEqualTo(FileKind.XML);
    assertThat(FileKind.of("[not json")).isEqualTo(FileKind.TEXT);
    assertThat(FileKind.of("BM is a word that no picture follows after")).isEqualTo(FileKind.TEXT);
    assertThat(FileKind.of(new byte[] {1, 0, 2})).isEqualTo(FileKind.BYTES);
    assertThat(FileKind.of(new byte[0])).isEqualTo(FileKind.BYTES);
    assertThat(FileKind.of(null)).isEqualTo(FileKind.BYTES);
  }

  @Test
  void aLargePictureIsMadeSmaller() {
    Picture picture = Picture.read(image("png", 5000, 40), Monitor.NONE);
    assertThat(picture.words()).isEqualTo("PNG · 5\u202f000 × 40");
    assertThat(picture.shownWidth()).isLessThan(2000);
    assertThat(picture.pixels()).hasSize(picture.shownWidth() * picture.shownHeight());
  }

  @Test
  void aBrokenPictureSaysSoAndAHugeOneIsNotDecoded() {
    byte[] whole = image("png", 40, 30);
    assertThatThrownBy(() -> Picture.read(Arrays.copyOf(whole, 40), Monitor.NONE))
        .isInstanceOf(InspectorProblem.NoPicture.class)
        .hasMessageStartingWith("This PNG image cannot be shown.");
    assertThatThrownBy(() -> Picture.read(new byte[100], Monitor.NONE))
        .hasMessageStartingWith("This is not a picture.");
    byte[] huge = whole.clone();
    ByteBuffer.wrap(huge).putInt(16, 20_000).putInt(20, 20_000);
    CRC32 check = new CRC32();
    check.update(huge, 12, 17);
    ByteBuffer.wrap(huge).putInt(29, (int) check.getValue());
    assertThatThrownBy(() -> Picture.read(huge, Monitor.NONE))
        .hasMessageStartingWith("This picture has 20\u202f000 × 20\u202f000 pixels.")
        .hasMessageContaining("100 megapixels");
  }

  @Test
  void bytesStandInRows() {
    byte[] bytes = "Hello, \0 world \u00e9".getBytes(StandardCharsets.UTF_8);
    HexRows rows = new HexRows(bytes, 16);
    assertThat(rows.count()).isEqualTo(2);
    assertThat(rows.offset(1)).isEqualTo("000010");
    assertThat(rows.hex(0)).isEqualTo("48 65 6c 6c 6f 2c 20 00 20 77 6f 72 6c 64 20 c3");
    assertThat(rows.ascii(0)).isEqualTo("Hello, . world .");
    assertThat(rows.hex(1)).isEqualTo("a9");
    assertThat(rows.line(1)).isEqualTo("000010  a9" + " ".repeat(45) + "  .");
    StringBuilder all = new StringBuilder();
    for (long row = 0; row < rows.count(); row++) {
      all.append(rows.hex(row)).append(' ');
    }
    assertThat(HexFormat.ofDelimiter(" ").parseHex(all.toString().strip())).isEqualTo(bytes);
    assertThat(new HexRows(new byte[0], 16).count()).isZero();
    assertThat(new HexRows(new byte[33], 8).count()).isEqualTo(5);
  }

  @Test
  void textThatAnEditorWouldChangeIsNotEdited() {
    assertThat(EditableText.refusal("a\nb\tč")).isEmpty();
    assertThat(EditableText.refusal("a\r\nb\r\n")).isEmpty();
    assertThat(EditableText.of("a\r\nb").stored("a\nc")).isEqualTo("a\r\nc");
    assertThat(EditableText.refusal("a\r\nb\n")).contains("mixed line breaks");
    assertThat(EditableText.refusal("a\rb")).isNotEmpty();
    assertThat(EditableText.refusal("a\0b")).isNotEmpty();
    assertThat(EditableText.refusal("a".repeat(EditableText.MOST + 1))).contains("longer than");
  }
}
