package org.quarry.ui.records;

import org.quarry.ui.kit.FilePicker;
import org.quarry.ui.kit.Preferences;

/**
 * What a Records tab is shown in.
 *
 * @param preferences what the program remembers
 * @param picker asks for files
 * @param neighbours the other tabs
 */
public record RecordsContext(Preferences preferences, FilePicker picker, Neighbours neighbours) {}
