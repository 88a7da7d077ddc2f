package org.quarry.house;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The format of the sources: google-java-format, imports ordered, none unused. */
final class SourceFormat {
  private SourceFormat() {}

  /** Every Java source of the project. */
  static List<Path> sources() throws IOException {
    try (Stream<Path> paths = Files.walk(Path.of("src"))) {
      return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }

  /** The source as it should be written. */
  static String formatted(String source) throws FormatterException {
    String imports =
        ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), Style.GOOGLE);
    return new Formatter().formatSource(imports);
  }

  /** Rewrites every source that is not in format. */
  public static void main(String[] args) throws IOException, FormatterException {
    for (Path path : sources()) {
      String source = Files.readString(path);
      String formatted = formatted(source);
      if (!formatted.equals(source)) {
        Files.writeString(path, formatted);
        System.out.println(path);
      }
    }
  }
}
