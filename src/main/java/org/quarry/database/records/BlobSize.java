package org.quarry.database.records;

/**
 * Stands in a grid for a BLOB; the bytes are read when they are asked for.
 *
 * @param bytes how many there are
 */
public record BlobSize(long bytes) {}
