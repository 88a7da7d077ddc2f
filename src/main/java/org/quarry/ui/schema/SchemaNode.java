package org.quarry.ui.schema;

import org.quarry.database.schema.Column;
import org.quarry.database.schema.Index;
import org.quarry.database.schema.Table;
import org.quarry.database.schema.Trigger;

/** A line of the schema tree. */
sealed interface SchemaNode {
  /** A heading with the number of things under it. */
  record Group(String title, int size) implements SchemaNode {}

  /** A table or view. */
  record TableNode(Table table) implements SchemaNode {}

  /** A column of a table or view. */
  record ColumnNode(Table table, Column column) implements SchemaNode {}

  /** An index. */
  record IndexNode(Index index) implements SchemaNode {}

  /** A trigger. */
  record TriggerNode(Trigger trigger) implements SchemaNode {}
}
