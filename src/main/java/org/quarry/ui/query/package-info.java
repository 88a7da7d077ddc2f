/**
 * The Query screen: {@link org.quarry.ui.query.QueryModel} holds the script, runs it and keeps what
 * came of it; {@link org.quarry.ui.query.QueryView} shows the editor above and the results below.
 * Start reading at {@link org.quarry.ui.query.QueryModel}.
 */
@NullMarked
package org.quarry.ui.query;

import org.jspecify.annotations.NullMarked;
