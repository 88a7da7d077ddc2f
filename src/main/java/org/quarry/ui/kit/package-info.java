/**
 * What every screen is made with: {@link org.quarry.ui.kit.Background} brings results of jobs to
 * the UI thread, {@link org.quarry.ui.kit.Latest} drops the stale ones, {@link
 * org.quarry.ui.kit.Command} is a verb with its key, {@link org.quarry.ui.kit.ProblemBar} shows a
 * failure inside the screen it concerns. The only room that hops threads.
 */
@NullMarked
package org.quarry.ui.kit;

import org.jspecify.annotations.NullMarked;
