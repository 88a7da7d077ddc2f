/**
 * The tour: {@link org.quarry.ui.tour.Tour} drives the real window and its models through the main
 * work on the sample and keeps a picture of every screen in light and dark.
 */
@NullMarked
package org.quarry.ui.tour;

import org.jspecify.annotations.NullMarked;
