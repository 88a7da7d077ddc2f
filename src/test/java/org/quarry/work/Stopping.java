package org.quarry.work;

import java.util.function.BooleanSupplier;

/**
 * A monitor that hears nothing and stops work by a condition.
 *
 * @param condition asked whenever the work asks
 */
public record Stopping(BooleanSupplier condition) implements Monitor {
  @Override
  public void report(long done, long total, String message) {}

  @Override
  public boolean isCancelled() {
    return condition.getAsBoolean();
  }

  @Override
  public Registration onCancel(Runnable action) {
    return () -> {};
  }
}
