/**
 * The schema tree at the left: {@link org.quarry.ui.schema.SchemaModel} holds what is in the file
 * and counts rows in the background, {@link org.quarry.ui.schema.SchemaTree} draws it.
 */
@NullMarked
package org.quarry.ui.schema;

import org.jspecify.annotations.NullMarked;
