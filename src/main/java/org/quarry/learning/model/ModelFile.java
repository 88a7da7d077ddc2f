package org.quarry.learning.model;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.quarry.database.OutputFile;
import org.quarry.learning.LearningProblem;

/** A model as a file of its own: the JSON that the table of models holds. Blocks on the disk. */
public final class ModelFile {
  /** Longer files are no models of ours: support vectors by the million. */
  private static final long MOST_BYTES = 512L << 20;

  private ModelFile() {}

  /**
   * Reads a model. Nothing in the file is run.
   *
   * @throws LearningProblem.ModelFileFailed if the file is not there, too large or not to be read
   * @throws LearningProblem.BrokenModel if it is no model, or one that was changed
   */
  public static Model read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new LearningProblem.ModelFileFailed(
            "The file " + file + " is no model.", "It is too large.", "Choose another file.", null);
      }
      return Model.fromJson(Files.readString(file));
    } catch (CharacterCodingException noText) {
      throw new LearningProblem.BrokenModel("It is no text in UTF-8.", noText);
    } catch (NoSuchFileException missing) {
      throw new LearningProblem.ModelFileFailed(
          "There is no file " + file + ".", "", "Choose another file.", missing);
    } catch (IOException failed) {
      throw new LearningProblem.ModelFileFailed(
          "The file " + file + " cannot be read.", reason(failed), "Choose another file.", failed);
    }
  }

  /**
   * Writes a model, in place of a file that may be there. Another program sees the old file or the
   * whole new one.
   *
   * @throws org.quarry.database.DatabaseProblem.InTheWay if a database is there
   * @throws LearningProblem.ModelFileFailed if it cannot be written
   */
  public static void write(Model model, Path file) {
    try {
      OutputFile.write(file, model.toJson());
    } catch (IOException failed) {
      throw new LearningProblem.ModelFileFailed(
          "The file " + file + " cannot be written.",
          OutputFile.reason(failed),
          "Choose another place.",
          failed);
    }
  }

  private static String reason(IOException failed) {
    return "The system says: " + failed + ".";
  }
}
