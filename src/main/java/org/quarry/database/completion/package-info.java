/**
 * How a condition in SQL that is being typed could go on: {@link
 * org.quarry.database.completion.WhereCaret} says what stands at the caret, {@link
 * org.quarry.database.completion.WhereCompletion} what it could become, from what {@link
 * org.quarry.database.completion.WhereWords} reads. Start reading at the first.
 */
@NullMarked
package org.quarry.database.completion;

import org.jspecify.annotations.NullMarked;
