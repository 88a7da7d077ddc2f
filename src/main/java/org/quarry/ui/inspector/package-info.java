/**
 * The inspector: one value of a cell, read as text, JSON, XML, bytes, a picture or a moment. A part
 * that any screen may use: it hands over an {@link org.quarry.ui.inspector.InspectedCell} and shows
 * {@link org.quarry.ui.inspector.InspectorPane}. The readings ({@code JsonOutline}, {@code
 * XmlOutline}, {@code HexRows}, {@code DateReadings}, {@code Picture}, {@code FileKind}) are plain
 * values without a window. Start reading at {@link org.quarry.ui.inspector.InspectorModel}.
 */
@NullMarked
package org.quarry.ui.inspector;

import org.jspecify.annotations.NullMarked;
