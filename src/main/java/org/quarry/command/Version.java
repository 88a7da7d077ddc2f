package org.quarry.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    try (InputStream text = Version.class.getResourceAsStream("/org/quarry/app/version.txt")) {
      if (text == null) {
        throw new IOException("the program lacks its file version.txt");
      }
      return new String[] {
        "quarry " + new String(text.readAllBytes(), StandardCharsets.UTF_8).strip()
      };
    }
  }
}
