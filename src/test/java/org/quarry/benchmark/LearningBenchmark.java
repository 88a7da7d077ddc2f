package org.quarry.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.data.DataSet;
import org.quarry.learning.data.Folds;
import org.quarry.learning.data.Row;
import org.quarry.learning.data.Rows;
import org.quarry.learning.data.Split;
import org.quarry.learning.data.StratifiedFolds;
import org.quarry.learning.search.CandidateScore;
import org.quarry.learning.search.GridSearch;
import org.quarry.learning.search.ParameterGrid;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.search.ScoreStore;
import org.quarry.learning.search.SearchData;
import org.quarry.learning.svm.DualTrainer;
import org.quarry.learning.svm.Kernel;
import org.quarry.sample.Sample;
import org.quarry.work.Cancelled;
import org.quarry.work.Monitor;
import org.quarry.work.Stopping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The search over a grid side by side with scikit-learn, in one run: the notebook's grid warm, and
 * larger tables that {@code make_classification} makes. Prints medians, their ratio, and by how
 * much the mean scores differ. Last the notebook's case as whole processes, in turn: a Python
 * program that reads a CSV file, and the packaged command that reads a database. Wants a {@code
 * python3} with scikit-learn.
 */
public final class LearningBenchmark {
  private static final int WARM = 30;
  private static final double[] NONE = {};
  private static final String SCRIPT = "src/test/python/learning_benchmark.py";
  private static final int[] STOPS = {150, 400, 900, 1_700, 3_100, 5_300};
  private static final int WHOLE_RUNS = 9;
  private static final long BUDGET = 1200L << 20;

  private final Path folder;
  private final String python;

  private LearningBenchmark(Path folder, String python) {
    this.folder = folder;
    this.python = python;
  }

  /**
   * Arguments: the folder for files, the python3 to ask, numbers of rows with blanks between, and
   * the packaged {@code quarry}.
   */
  public static void main(String[] arguments) throws Exception {
    LearningBenchmark benchmark =
        new LearningBenchmark(Files.createDirectories(Path.of(arguments[0])), arguments[1]);
    System.out.println("| 3 folds, two threads or jobs | scikit-learn | Quarry | ratio | scores |");
    System.out.println("|---|---|---|---|---|");
    benchmark.notebook();
    for (String rows : arguments[2].split(" ")) {
      benchmark.large(Integer.parseInt(rows));
    }
    benchmark.whole(arguments[3]);
    System.out.println();
    for (int[] size : new int[][] {{100_000, 20}, {60_000, 100}, {4_600, 784}}) {
      System.out.printf(
          "A search over %,d rows × %,d stops within %.0f ms, the worst of %d stops.%n",
          size[0], size[1], stop(size[0], size[1]), STOPS.length);
    }
  }

  private void notebook() throws Exception {
    Path file = folder.resolve("breast_cancer.csv");
    Files.writeString(file, Reference.text("breast_cancer.csv"));
    DataSet data = DataSet.of(Reference.rows("breast_cancer.csv"), Reference.FEATURES, "target");
    int[] training = Split.DEFAULT.divide(data.size()).training();
    Search search = new Search(data, training, ParameterGrid.notebook());
    Run own = search.run(WARM, 21);
    Run peer = peer("notebook", file, 9);
    print("notebook's grid, 75 candidates", peer, own);
  }

  private void large(int count) throws Exception {
    Path file = folder.resolve("rows-" + count + ".csv");
    if (Files.notExists(file)) {
      ask("rows", String.valueOf(count), file.toString());
    }
    DataSet data = read(file);
    int[] all = new int[data.size()];
    Arrays.setAll(all, i -> i);
    ParameterGrid grid =
        new ParameterGrid(
            List.of(1.0, 10.0, 100.0), List.of(0.01, 0.03, 0.1), List.of(Kernel.Shape.RBF), 3, 0);
    int runs = count > 20_000 ? 1 : 3;
    Run own = new Search(data, all, grid).run(count > 20_000 ? 0 : 1, runs);
    Run peer = peer("large", file, runs);
    print("%,d rows × 20, rbf 3 × 3".formatted(count), peer, own);
  }

  private void whole(String quarry) throws Exception {
    Path csv = folder.resolve("breast_cancer.csv");
    Path file = folder.resolve("sample.db");
    Files.deleteIfExists(file);
    Sample.create(file, Monitor.NONE);
    List<String> train =
        List.of(
            quarry,
            "train",
            file.toString(),
            "--table",
            "breast_cancer",
            "--target",
            "target",
            "--features",
            "mean_concavity,worst_area,mean_area",
            "--no-save");
    List<String> program = List.of(python, SCRIPT, "whole", csv.toString());
    double[] own = new double[WHOLE_RUNS];
    double[] peer = new double[WHOLE_RUNS];
    for (int run = -1; run < WHOLE_RUNS; run++) {
      long began = System.nanoTime();
      text(train);
      long between = System.nanoTime();
      text(program);
      if (run >= 0) {
        own[run] = (between - began) / 1e9;
        peer[run] = (System.nanoTime() - between) / 1e9;
      }
    }
    print("the notebook's case, whole process", new Run(peer, NONE), new Run(own, NONE));
  }

  /** The longest that a search took to end once it was told to, in milliseconds. */
  private static double stop(int count, int width) throws Exception {
    Random random = new Random(1);
    List<String> columns =
        IntStream.rangeClosed(0, width).mapToObj(j -> "x" + j).collect(Collectors.toList());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Object> values = new ArrayList<>();
      double sum = random.nextGaussian();
      for (int j = 0; j < width; j++) {
        double value = random.nextGaussian();
        values.add(value);
        sum += j < 8 ? value : 0;
      }
      values.add(sum > 0 ? 1.0 : 0.0);
      rows.add(new Row((long) i, values));
    }
    DataSet data =
        DataSet.of(new Rows(columns, rows), columns.subList(0, width), columns.getLast());
    int[] all = IntStream.range(0, count).toArray();
    Search search = new Search(data, all, ParameterGrid.notebook());
    double worst = 0;
    for (int wait : STOPS) {
      AtomicLong told = new AtomicLong();
      long began = System.nanoTime();
      Monitor monitor =
          new Stopping(
              () -> {
                long now = System.nanoTime();
                if (now - began < wait * 1_000_000L) {
                  return false;
                }
                told.compareAndSet(0, began + wait * 1_000_000L);
                return true;
              });
      try {
        search.once(monitor);
      } catch (Cancelled stopped) {
        worst = Math.max(worst, (System.nanoTime() - told.get()) / 1e6);
      }
    }
    return worst;
  }

  private static DataSet read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<String> columns = List.of(lines.getFirst().split(","));
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      List<Object> values = new ArrayList<>();
      for (String field : line.split(",")) {
        values.add(Double.valueOf(field));
      }
      rows.add(new Row((long) rows.size(), List.copyOf(values)));
    }
    return DataSet.of(
        new Rows(columns, rows), columns.subList(0, columns.size() - 1), columns.getLast());
  }

  private static final class Run {
    private final double[] seconds;
    private final double[] means;

    Run(double[] seconds, double[] means) {
      this.seconds = seconds;
      this.means = means;
    }

    double median() {
      double[] sorted = seconds.clone();
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  private static final class Search {
    private final SearchData searched;
    private final Folds folds;
    private final ParameterGrid grid;

    Search(DataSet data, int[] rows, ParameterGrid grid) {
      this.searched = SearchData.of(data, rows);
      this.folds = StratifiedFolds.of(searched.labels(), data.classes(), 3);
      this.grid = grid;
    }

    Run run(int warm, int runs) {
      double[] seconds = new double[runs];
      double[] means = {};
      for (int run = -warm; run < runs; run++) {
        long began = System.nanoTime();
        List<CandidateScore> scores = once(Monitor.NONE);
        if (run >= 0) {
          seconds[run] = (System.nanoTime() - began) / 1e9;
        }
        means = scores.stream().mapToDouble(CandidateScore::mean).toArray();
      }
      return new Run(seconds, means);
    }

    List<CandidateScore> once(Monitor monitor) {
      try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
        GridSearch search = new GridSearch(new DualTrainer(), new Workers(threads, 2), BUDGET);
        return search.search(
            searched,
            folds,
            grid.candidates(),
            GridSearch.Settings.USUAL,
            ScoreStore.NONE,
            ScoreListener.NONE,
            monitor);
      }
    }
  }

  private Run peer(String task, Path file, int runs) throws Exception {
    JsonNode told =
        JsonMapper.builder().build().readTree(ask(task, file.toString(), String.valueOf(runs)));
    return new Run(numbers(told.path("seconds")), numbers(told.path("means")));
  }

  private static double[] numbers(JsonNode node) {
    return node.values().stream().mapToDouble(JsonNode::doubleValue).toArray();
  }

  private String ask(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(python, SCRIPT));
    command.addAll(List.of(arguments));
    return text(command);
  }

  private static String text(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + " failed");
    }
    return text;
  }

  private static void print(String title, Run peer, Run own) {
    double worst = 0;
    for (int i = 0; i < own.means.length; i++) {
      worst = Math.max(worst, Math.abs(own.means[i] - peer.means[i]));
    }
    System.out.printf(
        "| %s | %.3f s | %.3f s | %.1f × | %s |%n",
        title,
        peer.median(),
        own.median(),
        peer.median() / own.median(),
        own.means.length == 0 ? "" : "within %.5f".formatted(worst));
  }
}
