package org.quarry.database.query;

import java.util.List;

/**
 * What came of a statement, apart from its rows.
 *
 * @param statement what ran
 * @param columns its columns; empty for a statement without rows
 * @param rows how many rows the sink took
 * @param complete whether those were all
 * @param changed rows inserted, updated or deleted by the statement itself, not by triggers
 * @param wrote whether it may have changed the file, its schema included
 * @param transactionOpen whether a transaction that a person began is open after it
 * @param nanos how long it took, fetching included
 */
public record Outcome(
    SqlStatement statement,
    List<QueryColumn> columns,
    long rows,
    boolean complete,
    long changed,
    boolean wrote,
    boolean transactionOpen,
    long nanos) {}
