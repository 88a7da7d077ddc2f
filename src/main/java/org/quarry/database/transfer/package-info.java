/**
 * Rows as text and text as rows: what is copied ({@link org.quarry.database.transfer.CopyText}, in
 * the formats of {@link org.quarry.database.transfer.CopyFormat}) and what is pasted ({@link
 * org.quarry.database.transfer.PastedText}). Knows no file and no clipboard. Start reading at
 * {@link org.quarry.database.transfer.CopyText}.
 */
@NullMarked
package org.quarry.database.transfer;

import org.jspecify.annotations.NullMarked;
