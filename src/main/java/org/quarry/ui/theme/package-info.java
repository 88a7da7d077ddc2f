/**
 * Colours and type: {@link org.quarry.ui.theme.Theme} applies light or dark. Start reading there.
 */
@NullMarked
package org.quarry.ui.theme;

import org.jspecify.annotations.NullMarked;
