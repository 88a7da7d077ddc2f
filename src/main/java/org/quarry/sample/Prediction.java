package org.quarry.sample;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code predictions}: three measurements from a country at a moment, and the class that a
 * model gave them.
 *
 * @param personId the primary key; null before it is inserted
 * @param country a country's code, or null
 * @param meanConcavity how deep the concave parts of the outline are, on average
 * @param worstArea the largest area
 * @param meanArea the average area
 * @param predictedClass 0 malignant, 1 benign, or null while none is predicted
 * @param timestamp when it was measured
 */
public record Prediction(
    @Nullable Long personId,
    @Nullable String country,
    @Nullable Double meanConcavity,
    @Nullable Double worstArea,
    @Nullable Double meanArea,
    @Nullable Integer predictedClass,
    LocalDateTime timestamp) {}
