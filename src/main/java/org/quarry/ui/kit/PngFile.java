package org.quarry.ui.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.quarry.database.OutputFile;

/** Pictures written as PNG. */
public final class PngFile {
  private PngFile() {}

  /**
   * Writes a picture, in place of a file that may be there.
   *
   * @throws org.quarry.database.DatabaseProblem.InTheWay if a database is there
   * @throws IOException if it cannot be written
   */
  public static void write(BufferedImage picture, Path file) throws IOException {
    OutputFile.write(
        file,
        out -> {
          if (!ImageIO.write(picture, "png", out)) {
            throw new IOException("no writer for PNG");
          }
        });
  }
}
