package org.quarry.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quarry.database.OutputFile;
import org.quarry.learning.picture.ReportPage;
import org.quarry.learning.training.ModelReport;
import org.quarry.work.Monitor;

/** Writes the report of a training as a page of HTML. */
final class ReportFile {
  private ReportFile() {}

  /**
   * Makes sure, before hours are spent, that the folder of a file is there and no database is.
   *
   * @throws org.quarry.database.DatabaseProblem.InTheWay if a database is there
   * @throws CommandProblem.ReportFailed if not
   */
  static void requireFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new CommandProblem.ReportFailed(file, "There is no folder " + folder + ".", null);
    }
    if (Files.isDirectory(file)) {
      throw new CommandProblem.ReportFailed(file, "It is a folder.", null);
    }
    OutputFile.requireNoDatabase(file);
  }

  /**
   * Computes all of the report and writes it, in place of a file that may be there.
   *
   * @throws CommandProblem.ReportFailed if it cannot be written
   * @throws org.quarry.work.Cancelled when stopped; nothing is written then
   */
  static void write(Path file, ModelReport report, Monitor monitor) {
    String page = ReportPage.whole(report, monitor);
    try {
      OutputFile.write(file, page);
    } catch (IOException refused) {
      throw new CommandProblem.ReportFailed(file, OutputFile.reason(refused), refused);
    }
  }
}
