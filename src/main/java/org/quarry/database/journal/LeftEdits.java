package org.quarry.database.journal;

import org.quarry.database.records.JournalState;

/**
 * Edits that an earlier opening of the same database left unwritten.
 *
 * @param file where they are kept, held
 * @param state what was staged, with its steps
 * @param edits how many edits are staged in it
 * @param since what the database file was then
 * @param unclear whether the program ended while it wrote them, and nobody knows whether it did
 */
record LeftEdits(
    JournalFile file, JournalState state, int edits, FileIdentity since, boolean unclear) {}
