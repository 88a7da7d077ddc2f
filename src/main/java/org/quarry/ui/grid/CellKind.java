package org.quarry.ui.grid;

/** What a cell holds, as far as drawing goes. */
public enum CellKind {
  /** Not read yet. */
  LOADING,
  /** The NULL of SQL. */
  NULL,
  /** Text, also the empty one; stands left. */
  TEXT,
  /** A number; stands right. */
  NUMBER,
  /** Bytes; their size is drawn. */
  BLOB,
  /** A cell of a new row that will take the column's default. */
  DEFAULT
}
