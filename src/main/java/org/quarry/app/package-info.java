/**
 * The composition root: {@link org.quarry.app.DesktopApp} builds every object of the window once
 * and closes them in reverse; {@link org.quarry.app.Launch} decides between window, command line
 * and tour. The only room with threads. Start reading at {@link org.quarry.app.Launch}.
 */
@NullMarked
package org.quarry.app;

import org.jspecify.annotations.NullMarked;
