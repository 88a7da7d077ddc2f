package org.quarry.learning.training;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.search.FoldScore;
import org.quarry.learning.search.ScoreStore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the scores of searches in a folder, a file for each, a line for each fit, written as it
 * lands: a search that was stopped, or whose program was killed, goes on where it was. A file is
 * named by the hash of all that decides its scores: rows, roles, split, validation, solver. The
 * oldest beyond {@value #MOST_FILES} are deleted. What cannot be written is fitted again another
 * time, and the log says why.
 */
public final class KeptSearches implements SearchStores {
  private static final int MOST_FILES = 100;
  private static final String SUFFIX = ".scores";

  /** Changed when scores of earlier versions are no longer those of this one. */
  private static final String VERSION = "1";

  private static final Logger LOG = System.getLogger(KeptSearches.class.getName());

  private final Path folder;
  private final JsonMapper mapper = JsonMapper.builder().build();

  /** Makes the keeper of a folder, which is made when it is first needed. */
  public KeptSearches(Path folder) {
    this.folder = folder;
  }

  @Override
  public ScoreStore.Kept of(TrainingSettings settings, String rows) {
    String decides =
        String.join(
            "\n",
            VERSION,
            rows,
            settings.roles().toString(),
            settings.split().toString(),
            settings.validation().toString(),
            settings.solver().toString());
    return new KeptFile(folder.resolve(hash(decides) + SUFFIX));
  }

  /** The list of the runs of a database, in a folder beside that of the scores. */
  @Override
  public KeptRuns runs(Path database) {
    Path beside = folder.toAbsolutePath().resolveSibling("runs");
    return new KeptRuns(beside.resolve(hash(database.toAbsolutePath().normalize().toString())));
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static void warn(Path file, Exception failed) {
    LOG.log(Logger.Level.WARNING, "scores cannot be kept in " + file + ": " + failed);
  }

  private final class KeptFile implements ScoreStore.Kept {
    private final Path file;
    private final Map<Fitted, FoldScore> known = new HashMap<>();
    private @Nullable BufferedWriter writer;

    KeptFile(Path file) {
      this.file = file;
      try {
        if (Files.exists(file)) {
          Files.readAllLines(file).forEach(this::read);
        } else {
          Files.createDirectories(folder);
          prune();
        }
        writer =
            Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      } catch (IOException failed) {
        warn(file, failed);
      }
    }

    private void prune() throws IOException {
      List<Path> files;
      try (Stream<Path> listed = Files.list(folder)) {
        files = listed.filter(each -> each.toString().endsWith(SUFFIX)).toList();
      }
      if (files.size() >= MOST_FILES) {
        List<Path> oldest = new ArrayList<>(files);
        oldest.sort(Comparator.comparingLong(each -> each.toFile().lastModified()));
        for (Path each : oldest.subList(0, files.size() - MOST_FILES + 1)) {
          Files.deleteIfExists(each);
        }
      }
    }

    /** A line cut short by the end of the program is passed over. */
    private void read(String line) {
      try {
        JsonNode node = mapper.readTree(line);
        List<List<Integer>> confusion = new ArrayList<>();
        for (JsonNode row : node.required("confusion").values()) {
          confusion.add(row.values().stream().map(JsonNode::intValue).toList());
        }
        known.put(
            new Fitted(
                node.required("problem").stringValue(),
                node.required("fold").intValue(),
                node.required("share").doubleValue()),
            new FoldScore(
                node.required("score").doubleValue(),
                confusion,
                node.required("nanos").longValue(),
                node.required("converged").booleanValue(),
                node.required("gap").doubleValue()));
      } catch (JacksonException broken) {
        LOG.log(Logger.Level.DEBUG, "a broken line in " + file + ": " + broken);
      }
    }

    @Override
    public synchronized @Nullable FoldScore find(Fitted fitted) {
      return known.get(fitted);
    }

    @Override
    public synchronized void keep(Fitted fitted, FoldScore score) {
      known.put(fitted, score);
      BufferedWriter to = writer;
      if (to == null || !Double.isFinite(score.score())) {
        return;
      }
      ObjectNode node = mapper.createObjectNode();
      node.put("problem", fitted.problem());
      node.put("fold", fitted.fold());
      node.put("share", fitted.share());
      node.put("score", score.score());
      ArrayNode confusion = node.putArray("confusion");
      for (List<Integer> row : score.confusion()) {
        ArrayNode counts = confusion.addArray();
        row.forEach(counts::add);
      }
      node.put("nanos", score.nanos());
      node.put("converged", score.converged());
      node.put("gap", score.gap());
      try {
        to.write(mapper.writeValueAsString(node));
        to.write('\n');
        to.flush();
      } catch (IOException failed) {
        warn(file, failed);
        writer = null;
      }
    }

    @Override
    public synchronized void close() {
      if (writer != null) {
        try {
          writer.close();
        } catch (IOException failed) {
          warn(file, failed);
        }
      }
    }
  }
}
