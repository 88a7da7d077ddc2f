/** The search for the best candidate of a grid by scores on folds. */
@NullMarked
package org.quarry.learning.search;

import org.jspecify.annotations.NullMarked;
