/**
 * Learning from rows, in rooms of their own. {@link org.quarry.learning.data}: a data set out of
 * rows of any source, its split and folds. {@link org.quarry.learning.svm}: support vector machines
 * and the solver that trains them. {@link org.quarry.learning.search}: the search over a grid of
 * candidates. {@link org.quarry.learning.report}: what is known of a model's quality. {@link
 * org.quarry.learning.model}: models as plain JSON, kept in a database and applied to its rows.
 * {@link org.quarry.learning.training}: all of it in order; start reading at its {@code Training}.
 * Here is what they share. Nothing of it starts a thread.
 */
@NullMarked
package org.quarry.learning;

import org.jspecify.annotations.NullMarked;
