/** The rules of the house as tests: format, rooms, arrows. */
@NullMarked
package org.quarry.house;

import org.jspecify.annotations.NullMarked;
