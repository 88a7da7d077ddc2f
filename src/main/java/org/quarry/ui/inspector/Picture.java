package org.quarry.ui.inspector;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Monitor;

/**
 * A picture, decoded and made small enough to be shown.
 *
 * @param format its format: "PNG"
 * @param width of the picture as stored, in pixels
 * @param height of the picture as stored, in pixels
 * @param shownWidth of {@code pixels}
 * @param shownHeight of {@code pixels}
 * @param pixels colours, alpha first, row by row; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // Megabytes that go to the screen once.
record Picture(
    String format, int width, int height, int shownWidth, int shownHeight, int[] pixels) {
  /** Pixels of the longer side from which on a picture is made smaller. */
  private static final int SIDE = 1600;

  private static final long MOST_PIXELS = 100_000_000;

  /**
   * Decodes PNG, JPEG, GIF (its first frame) or BMP.
   *
   * @throws InspectorProblem.NoPicture if it is none of them, broken, or above 100 megapixels
   */
  static Picture read(byte[] bytes, Monitor monitor) {
    FileKind kind = FileKind.of(bytes);
    if (!kind.isImage()) {
      throw new InspectorProblem.NoPicture(
          "This is not a picture.", "PNG, JPEG, GIF and BMP are shown.");
    }
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
      ImageReader reader = readers.next();
      try (Monitor.Registration _ = monitor.onCancel(reader::abort)) {
        reader.setInput(stream, true, true);
        Picture picture = read(reader);
        monitor.checkpoint();
        return picture;
      } finally {
        reader.dispose();
      }
    } catch (InspectorProblem known) {
      throw known;
    } catch (IOException | RuntimeException broken) {
      monitor.checkpoint();
      // The decoders meet broken data with whatever exception it causes inside of them.
      throw new InspectorProblem.NoPicture(
          "This " + kind.words() + " cannot be shown.",
          "It is broken, cut off, or of a variant that is not read here.");
    }
  }

  private static Picture read(ImageReader reader) throws IOException {
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MOST_PIXELS) {
      throw new InspectorProblem.NoPicture(
          "This picture has " + size(width, height) + " pixels.",
          "Up to " + Texts.number(MOST_PIXELS / 1_000_000) + " megapixels are decoded.");
    }
    int step = Math.max(1, Math.max(width, height) / SIDE);
    ImageReadParam parameters = reader.getDefaultReadParam();
    parameters.setSourceSubsampling(step, step, 0, 0);
    BufferedImage image = reader.read(0, parameters);
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return new Picture(
        reader.getFormatName().toUpperCase(Locale.ROOT),
        width,
        height,
        image.getWidth(),
        image.getHeight(),
        pixels);
  }

  /** Its format and size in words: "PNG · 640 × 480". */
  String words() {
    return format + " · " + size(width, height);
  }

  private static String size(int width, int height) {
    return Texts.number(width) + " × " + Texts.number(height);
  }
}
