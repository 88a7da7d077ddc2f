/**
 * Staged changes kept on disk until they are written: an append-only file of checked records for
 * each opening of a database ({@link org.quarry.database.journal.JournalFile}), and what an earlier
 * opening left behind. Start reading at {@link org.quarry.database.journal.Journals}.
 */
@NullMarked
package org.quarry.database.journal;

import org.jspecify.annotations.NullMarked;
