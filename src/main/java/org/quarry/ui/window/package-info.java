/**
 * The window that puts the screens together: {@link org.quarry.ui.window.WindowModel} holds the
 * open file and its edits, {@link org.quarry.ui.window.MainWindow} the menu, the tree, the tabs and
 * the status bar. Start reading at the model.
 */
@NullMarked
package org.quarry.ui.window;

import org.jspecify.annotations.NullMarked;
