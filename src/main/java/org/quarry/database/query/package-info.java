/**
 * SQL that a person wrote: cutting a text into statements ({@link
 * org.quarry.database.query.SqlScript}), running one of them with parameters, limit and
 * cancellation ({@link org.quarry.database.query.QueryRunner}), saying where it is wrong ({@link
 * org.quarry.database.query.QueryProblem}), and the ready-made count of rows by a column between
 * two dates ({@link org.quarry.database.query.Frequencies}). Start reading at {@link
 * org.quarry.database.query.QueryRunner}.
 */
@NullMarked
package org.quarry.database.query;

import org.jspecify.annotations.NullMarked;
