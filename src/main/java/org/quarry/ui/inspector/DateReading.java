package org.quarry.ui.inspector;

/**
 * A value read as a moment in one way.
 *
 * @param name the way: "Unix seconds"
 * @param utc the moment in UTC, as SQLite writes it
 * @param local the same in the local zone, with its offset
 * @param unix the same in seconds since 1970
 * @param plausible whether it lies in the years 1900 to 2199
 */
record DateReading(String name, String utc, String local, String unix, boolean plausible) {}
