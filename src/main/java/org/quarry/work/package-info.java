/**
 * The contract of long work: what runs ({@link org.quarry.work.Work}), how it tells its progress
 * and learns that it is to stop ({@link org.quarry.work.Monitor}), what a running piece of it looks
 * like from outside ({@link org.quarry.work.Job}), and how it fails ({@link
 * org.quarry.work.Problem}). It knows no other room and no thread of its own. Start reading at
 * {@link org.quarry.work.Work}.
 */
@NullMarked
package org.quarry.work;

import org.jspecify.annotations.NullMarked;
