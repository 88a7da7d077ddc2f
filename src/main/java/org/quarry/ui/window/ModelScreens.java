package org.quarry.ui.window;

import org.quarry.ui.kit.OpenDatabase;

/** Makes the Model tab of a file. */
interface ModelScreens {
  /** A new screen over {@code open}. */
  WorkTabs.Screen make(OpenDatabase open);
}
