package org.quarry.command;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.quarry.work.Monitor;

/** What the commands need from the program around them. Nothing is made before it is asked for. */
public interface Surroundings {
  /**
   * Opens the window and returns when it is closed.
   *
   * @param file the database to open, or empty for the one of the last time
   * @return the exit code
   */
  int window(Optional<Path> file);

  /**
   * Runs the tour.
   *
   * @param out the folder for its pictures, or empty for the usual one
   * @param progress where it says how far it is
   * @return the exit code
   */
  int tour(Optional<Path> out, PrintStream progress);

  /** Who helps a training; its threads must not keep the process alive. */
  Executor executor();

  /** How many fits of a training run at once, at least 1. */
  int parallelism();

  /** The folder that Weka takes for its own; it need not exist. */
  Path wekaFolder();

  /** The folder in which the scores of searches are kept; it need not exist. */
  Path searchFolder();

  /**
   * Runs an action when the process is asked to end, by Ctrl+C for instance, and lets the process
   * end no sooner than the registration is closed, though after some seconds at the latest: so long
   * a transaction has to be taken back.
   *
   * @param action what to do; short, and safe on any thread
   * @return closing it withdraws the action
   */
  Monitor.Registration onInterrupt(Runnable action);

  /** Keeps in the log what nobody expected. */
  void log(Throwable failure);
}
