/**
 * Rows: how one is named ({@link org.quarry.database.records.RowKey}), read in pages at any size
 * ({@link org.quarry.database.records.TableRows}), staged for change ({@link
 * org.quarry.database.records.ChangeJournal}) and written ({@link
 * org.quarry.database.records.ChangeWriter}); and whole columns: read from the first row to the
 * last ({@link org.quarry.database.records.TableScan}) and filled ({@link
 * org.quarry.database.records.ColumnFill}). Start reading at {@link
 * org.quarry.database.records.TableRows}.
 */
@NullMarked
package org.quarry.database.records;

import org.jspecify.annotations.NullMarked;
