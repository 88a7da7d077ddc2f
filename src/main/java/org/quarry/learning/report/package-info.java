/** What is known of the quality of a model on rows it has not seen. */
@NullMarked
package org.quarry.learning.report;

import org.jspecify.annotations.NullMarked;
