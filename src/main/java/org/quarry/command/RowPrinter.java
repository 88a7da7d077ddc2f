package org.quarry.command;

import org.quarry.database.query.RowSink;

/** Writes rows in a format as they come. Nothing is written before the first row or the end. */
interface RowPrinter extends RowSink {
  /** Writes what is left. Without a call to {@link #columns} nothing is written. */
  void end();
}
