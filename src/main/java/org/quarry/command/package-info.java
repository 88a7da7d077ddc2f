/**
 * The command line: one small class a command, over the same core as the window. Results go to
 * standard output, progress and problems to standard error. What a command needs from around it, be
 * it threads or the window, it gets through {@link org.quarry.command.Surroundings}; it knows no
 * JavaFX. A command's class loads with every start, so that what is heavy (the driver, MyBatis,
 * Weka) is named only in the bodies of methods that run. Start reading at {@link
 * org.quarry.command.Commands}.
 */
@NullMarked
package org.quarry.command;

import org.jspecify.annotations.NullMarked;
