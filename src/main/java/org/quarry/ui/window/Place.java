package org.quarry.ui.window;

import java.util.Optional;
import org.quarry.ui.records.RecordsPlace;

/**
 * Where a person was in the window.
 *
 * @param tab the id of the tab
 * @param table the table whose rows the tab shows, or empty for another tab
 * @param rows where among them
 */
record Place(String tab, String table, Optional<RecordsPlace> rows) {}
