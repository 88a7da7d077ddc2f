package org.quarry.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import org.quarry.command.Commands;
import org.quarry.command.Surroundings;
import org.quarry.work.Monitor;
import org.slf4j.LoggerFactory;

/** Starts the program: hands the arguments to the commands, and makes what they ask for. */
public final class Launch implements Surroundings {
  /**
   * Held, because the logging system forgets a logger that nobody holds, and its filter with it.
   */
  private final Logger javafx = Logger.getLogger("javafx");

  private final Directories directories = Directories.ofUser(System.getenv());
  private @Nullable FitThreads fits;

  private Launch() {}

  /**
   * Runs the program to its end.
   *
   * @return the exit code
   */
  public static int run(String[] args, PrintStream out, PrintStream err) {
    Launch launch = new Launch();
    System.setProperty("quarry.logs", launch.directories.logs().toString());
    return Commands.run(args, out, err, launch);
  }

  @Override
  public int window(Optional<Path> file) {
    if (!hasDisplay()) {
      if (file.isPresent()) {
        System.err.println(
            "quarry: There is no display to open "
                + file.get()
                + " on. The commands work without one: quarry --help.");
        return Commands.FAILED;
      }
      System.err.println(
          "There is no display here, so Quarry shows itself in pictures instead of a window.");
      return tour(Optional.empty(), System.err);
    }
    quietJavaFx();
    try {
      Application.launch(
          DesktopApp.class, file.map(path -> new String[] {path.toString()}).orElse(new String[0]));
    } catch (UnsupportedOperationException noDisplay) {
      log(noDisplay);
      System.err.println(
          "quarry: The display "
              + System.getenv("DISPLAY")
              + " cannot be opened. Point DISPLAY at one that can, or use the commands.");
      return Commands.FAILED;
    }
    return Commands.DONE;
  }

  @Override
  public int tour(Optional<Path> out, PrintStream progress) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    quietJavaFx();
    new TourRun(out.orElseGet(() -> directories.data().resolve("tour")), progress).run();
    return Commands.DONE;
  }

  /** X is the one window system that JavaFX draws on under Linux. */
  private static boolean hasDisplay() {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    String display = System.getenv("DISPLAY");
    return !linux || (display != null && !display.isBlank());
  }

  /** JavaFX warns that it is on the class path, where it is on purpose. */
  private void quietJavaFx() {
    javafx.setFilter(
        record ->
            record.getMessage() == null
                || !record.getMessage().contains("Unsupported JavaFX configuration"));
  }

  @Override
  public Executor executor() {
    return fits().executor();
  }

  @Override
  public int parallelism() {
    return fits().parallelism();
  }

  private FitThreads fits() {
    if (fits == null) {
      fits = new FitThreads();
    }
    return fits;
  }

  @Override
  public Path wekaFolder() {
    return directories.weka();
  }

  @Override
  public Path searchFolder() {
    return directories.searches();
  }

  @Override
  public Monitor.Registration onInterrupt(Runnable action) {
    return Interrupts.onInterrupt(action);
  }

  @Override
  public void log(Throwable failure) {
    LoggerFactory.getLogger(Launch.class).error("a command met a defect", failure);
  }
}
