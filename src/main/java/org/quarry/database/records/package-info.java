/**
 * Rows: how one is named ({@link org.quarry.database.records.RowKey}), read in pages at any size
 * ({@link org.quarry.database.records.TableRows}), staged for change ({@link
 * org.quarry.database.records.ChangeJournal}) and written ({@link
 * org.quarry.database.records.ChangeWriter}). Start reading at {@link
 * org.quarry.database.records.TableRows}.
 */
@NullMarked
package org.quarry.database.records;

import org.jspecify.annotations.NullMarked;
