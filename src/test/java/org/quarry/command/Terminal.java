package org.quarry.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.quarry.work.Monitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this process and keeps what they say. */
final class Terminal implements Surroundings {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** What was asked of the surroundings. */
  final List<String> asked = new ArrayList<>();

  /** What was logged. */
  final List<Throwable> logged = new ArrayList<>();

  /** Whether Ctrl+C comes as soon as a command listens for it. */
  boolean interrupted;

  /** Who helps a training where it has more than one thread. */
  Executor helper = Runnable::run;

  /** How many threads a training has. */
  int threads = 1;

  /** How many registrations for Ctrl+C are open. */
  int open;

  /** Runs a command; paths may be arguments. */
  int run(Object... args) {
    out.reset();
    err.reset();
    String[] texts = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i].toString();
    }
    return Commands.run(texts, stream(out), stream(err), this);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }

  /** What the last command wrote to standard output. */
  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What the last command wrote to standard error. */
  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  /** Standard output as JSON; fails when anything else is there too. */
  JsonNode json() {
    return JsonMapper.builder().build().readTree(out());
  }

  @Override
  public int window(Optional<Path> file) {
    asked.add("window " + file.map(Path::toString).orElse("-"));
    return 0;
  }

  @Override
  public int tour(Optional<Path> folder, PrintStream progress) {
    asked.add("tour " + folder.map(Path::toString).orElse("-"));
    progress.println("on tour");
    return 0;
  }

  @Override
  public Executor executor() {
    return helper;
  }

  @Override
  public int parallelism() {
    return threads;
  }

  @Override
  public Path wekaFolder() {
    return Path.of("target", "test-home", "weka");
  }

  @Override
  public Path searchFolder() {
    return Path.of("target", "test-home", "searches");
  }

  @Override
  public Monitor.Registration onInterrupt(Runnable action) {
    open++;
    if (interrupted) {
      action.run();
    }
    return () -> open--;
  }

  @Override
  public void log(Throwable failure) {
    logged.add(failure);
  }
}
