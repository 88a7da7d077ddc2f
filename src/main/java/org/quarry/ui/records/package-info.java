/**
 * The Records tab: {@link org.quarry.ui.records.RecordsModel} holds one table in one order with its
 * staged edits, {@link org.quarry.ui.records.RecordsView} draws it in a grid. {@link
 * org.quarry.ui.records.PageCache} keeps the pages that are near. Start reading at the model.
 */
@NullMarked
package org.quarry.ui.records;

import org.jspecify.annotations.NullMarked;
