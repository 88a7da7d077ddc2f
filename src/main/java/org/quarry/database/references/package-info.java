/**
 * What foreign keys lead to: {@link org.quarry.database.references.References} says which columns
 * refer to which tables, and {@link org.quarry.database.references.ReferredRows} reads the rows
 * they refer to, by what a person would call them. Start reading at {@link
 * org.quarry.database.references.Reference}.
 */
@NullMarked
package org.quarry.database.references;

import org.jspecify.annotations.NullMarked;
