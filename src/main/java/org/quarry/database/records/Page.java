package org.quarry.database.records;

import java.util.List;

/**
 * Some rows that follow each other.
 *
 * @param first the place of the first, from 0
 * @param rows fewer than asked for at the end of the table
 * @param approximate whether {@code first} is an estimate
 */
public record Page(long first, List<Row> rows, boolean approximate) {}
