/**
 * One open SQLite file: {@link org.quarry.database.Database} opens it, lends reader sessions and
 * the one writer session to work, and turns what goes wrong into {@link
 * org.quarry.database.DatabaseProblem}. This room and those below it are the only ones that know
 * JDBC, SQLite's driver and MyBatis. Start reading at {@link org.quarry.database.Database}.
 */
@NullMarked
package org.quarry.database;

import org.jspecify.annotations.NullMarked;
