package org.quarry.command;

import picocli.CommandLine.Option;

/** The option {@code --format}. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How results are written: ${COMPLETION-CANDIDATES}. Default: table.")
  Format format = Format.TABLE;
}
