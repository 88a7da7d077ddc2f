/** The entry point: window, command line, or tour. Start reading at {@link org.quarry.Main}. */
@NullMarked
package org.quarry;

import org.jspecify.annotations.NullMarked;
