/**
 * The Model screen, four steps from a table to a filled column: {@link
 * org.quarry.ui.model.ModelModel} holds them and says what can be done, {@link
 * org.quarry.ui.model.ModelView} shows the steps on the left and what belongs to the open one on
 * the right. Start reading at {@link org.quarry.ui.model.ModelModel}.
 */
@NullMarked
package org.quarry.ui.model;

import org.jspecify.annotations.NullMarked;
