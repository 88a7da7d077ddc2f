/** A whole training in order: data set, hold-out, search, refit, report, model. */
@NullMarked
package org.quarry.learning.training;

import org.jspecify.annotations.NullMarked;
