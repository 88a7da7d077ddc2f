package org.quarry.learning.training;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.quarry.learning.Workers;
import org.quarry.learning.svm.Calibrator;
import org.quarry.learning.svm.Candidate;
import org.quarry.learning.svm.Machine;
import org.quarry.learning.svm.PlattScaling;
import org.quarry.learning.svm.Trainer;
import org.quarry.work.Monitor;

/**
 * What is kept of a training: the machine of one candidate on all rows, and its calibration.
 *
 * @param machine the machine
 * @param calibration the scaling of each pair of classes
 */
record LastFit(Machine machine, List<PlattScaling> calibration) {
  /**
   * Trains both, side by side where there are two workers.
   *
   * @param trainer how machines are trained
   * @param points scaled points
   * @param labels the class of each
   * @param classes how many classes there are
   * @param candidate the candidate
   * @param workers who shares the work
   * @param bytes how much memory all kernels together may take
   * @param monitor stops the work
   * @throws org.quarry.work.Cancelled when stopped
   * @throws org.quarry.learning.LearningProblem.NotSolved when a fit fails
   */
  static LastFit of(
      Trainer trainer,
      double[][] points,
      int[] labels,
      int classes,
      Candidate candidate,
      Workers workers,
      long bytes,
      Monitor monitor) {
    long each = bytes / Math.min(2, workers.parallelism());
    AtomicReference<@Nullable Machine> machine = new AtomicReference<>();
    AtomicReference<@Nullable List<PlattScaling>> calibration = new AtomicReference<>();
    workers.forEach(
        2,
        task -> {
          if (task == 0) {
            machine.set(
                trainer
                    .refined()
                    .train(points, labels, classes, candidate, each, monitor)
                    .machine());
          } else {
            calibration.set(
                Calibrator.calibrate(trainer, points, labels, classes, candidate, each, monitor));
          }
        });
    return new LastFit(
        Objects.requireNonNull(machine.get()), Objects.requireNonNull(calibration.get()));
  }
}
