package org.quarry.database.records;

/**
 * What speaks against a staged cell.
 *
 * @param table its table
 * @param key its row
 * @param column its column
 * @param sentence names the rule, and where there is one the other row
 * @param warning whether the file may still take it, when other rows come with it
 */
public record EditProblem(
    String table, RowKey key, String column, String sentence, boolean warning) {}
