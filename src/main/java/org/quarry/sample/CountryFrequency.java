package org.quarry.sample;

import org.jspecify.annotations.Nullable;

/**
 * How often a country occurs.
 *
 * @param country its code, or null for rows without one
 * @param frequency the number of its rows
 */
public record CountryFrequency(@Nullable String country, long frequency) {}
