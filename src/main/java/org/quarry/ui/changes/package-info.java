/**
 * The Changes panel: every staged edit, the SQL that writes them, and the conflicts that a writing
 * met, to be decided. Start reading at {@link org.quarry.ui.changes.ChangesModel}.
 */
@NullMarked
package org.quarry.ui.changes;

import org.jspecify.annotations.NullMarked;
