/**
 * Pictures of a report as plain marks, drawn once for the window, for SVG and for a page of HTML:
 * {@link org.quarry.learning.picture.Picture} is a list of marks whose colours are roles, {@link
 * org.quarry.learning.picture.Plane} a frame with two axes, {@link org.quarry.learning.picture.Svg}
 * writes one, {@link org.quarry.learning.picture.HtmlReport} a whole report in one file. Start
 * reading at {@link org.quarry.learning.picture.Picture}.
 */
@NullMarked
package org.quarry.learning.picture;

import org.jspecify.annotations.NullMarked;
