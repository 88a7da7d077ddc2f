package org.quarry.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quarry.ui.kit.TableLayout;
import org.quarry.ui.kit.TableLayouts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The layouts of tables as JSON: a list with an object a table, the one used last at the end. What
 * cannot be read of one table is left out and spoils no other.
 */
final class TableLayoutsJson {
  private static final Logger LOG = LoggerFactory.getLogger(TableLayoutsJson.class);

  /** One table; null for a part that is not remembered. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Entry(
      @Nullable String file,
      @Nullable String table,
      @Nullable List<String> order,
      @Nullable Set<String> hidden,
      @Nullable Integer frozen,
      @Nullable Map<String, Double> widths,
      @Nullable Map<String, String> formats) {}

  private final JsonMapper json;

  TableLayoutsJson(JsonMapper json) {
    this.json = json;
  }

  /** Adds what can be read of {@code tables}. */
  void read(JsonNode tables, TableLayouts into) {
    for (JsonNode each : tables.isArray() ? tables : json.createArrayNode()) {
      try {
        Entry entry = json.treeToValue(each, Entry.class);
        if (entry != null && entry.file() != null && entry.table() != null) {
          into.put(new TableLayouts.Key(entry.file(), entry.table()), layout(entry));
        }
      } catch (JacksonException broken) {
        LOG.warn("the layout of a table cannot be read: {}", broken.getOriginalMessage());
      }
    }
  }

  private static TableLayout layout(Entry entry) {
    List<String> order = new ArrayList<>(entry.order() == null ? List.of() : entry.order());
    order.removeIf(Objects::isNull);
    Set<String> hidden = new TreeSet<>();
    (entry.hidden() == null ? Set.<String>of() : entry.hidden())
        .stream().filter(Objects::nonNull).forEach(hidden::add);
    int frozen = entry.frozen() == null ? 0 : Math.clamp(entry.frozen(), 0, order.size());
    return new TableLayout(order, hidden, frozen, whole(entry.widths()), whole(entry.formats()));
  }

  private static <V> Map<String, V> whole(@Nullable Map<String, V> map) {
    Map<String, V> whole = new HashMap<>(map == null ? Map.of() : map);
    whole.values().removeIf(Objects::isNull);
    return whole;
  }

  /** All layouts. */
  JsonNode write(TableLayouts layouts) {
    List<Entry> entries = new ArrayList<>();
    layouts
        .all()
        .forEach(
            (key, layout) ->
                entries.add(
                    new Entry(
                        key.file(),
                        key.table(),
                        layout.order(),
                        new TreeSet<>(layout.hidden()),
                        layout.frozen() == 0 ? null : layout.frozen(),
                        layout.widths(),
                        layout.formats())));
    return json.valueToTree(entries);
  }
}
