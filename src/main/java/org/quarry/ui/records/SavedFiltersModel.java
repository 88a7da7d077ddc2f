package org.quarry.ui.records;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.quarry.database.records.Sort;
import org.quarry.ui.kit.FilterTexts;
import org.quarry.ui.kit.SavedFilter;
import org.quarry.ui.kit.SavedFilters;
import org.quarry.work.Monitor;

/** The filters kept for the table of a Records tab. For the UI thread. */
final class SavedFiltersModel {
  /** Characters of a proposed name. */
  private static final int NAME = 48;

  /** One that was deleted and where it stood. */
  private record Deleted(int at, SavedFilter filter) {}

  private final RecordsModel records;
  private final SavedFilters kept;
  private final Path file;
  private final Monitor.Registration watch;
  private final ReadOnlyObjectWrapper<List<SavedFilter>> list = new ReadOnlyObjectWrapper<>();
  private Optional<Deleted> deleted = Optional.empty();

  SavedFiltersModel(RecordsModel records, SavedFilters kept) {
    this.records = records;
    this.kept = kept;
    file = records.open().database().file();
    watch = kept.onChange(this::read);
    read();
  }

  private void read() {
    list.set(kept.of(file, table()));
  }

  private String table() {
    return records.table().name();
  }

  /** Those of the table, in the order of saving. */
  ReadOnlyObjectProperty<List<SavedFilter>> list() {
    return list.getReadOnlyProperty();
  }

  /** Whether there is something to save. */
  boolean active() {
    return !records.filters().texts().none();
  }

  /** A name for the filter that is typed, from what is typed. */
  String proposal() {
    String words = records.filters().texts().words();
    return words.length() <= NAME ? words : words.substring(0, NAME).strip() + "…";
  }

  /** Whether a filter has the name. */
  boolean taken(String name) {
    return list.get().stream().anyMatch(each -> each.name().equals(name.strip()));
  }

  /**
   * Keeps what is typed by a name, in place of a filter that has it.
   *
   * @param sorted whether the order is kept as well
   * @return false, and nothing is kept, for a blank name or where nothing is typed
   */
  boolean save(String name, boolean sorted) {
    FilterTexts texts = records.filters().texts();
    if (name.isBlank() || texts.none()) {
      return false;
    }
    List<Sort> sorts = sorted ? records.sorts().get() : List.of();
    kept.save(file, table(), new SavedFilter(name.strip(), texts, sorts));
    return true;
  }

  /**
   * Filters, and where an order is kept sorts, as one says.
   *
   * @return the columns it names that the table does not have any more
   */
  List<String> apply(SavedFilter filter) {
    List<Sort> sorts =
        filter.sorts().stream()
            .filter(sort -> records.table().column(sort.column()).isPresent())
            .toList();
    if (!sorts.isEmpty() && !sorts.equals(records.sorts().get())) {
      records.sortBy(sorts);
    }
    List<String> gone =
        filter.sorts().stream().filter(sort -> !sorts.contains(sort)).map(Sort::column).toList();
    List<String> missing = new ArrayList<>(records.filters().take(filter.texts()));
    gone.stream().filter(column -> !missing.contains(column)).forEach(missing::add);
    return List.copyOf(missing);
  }

  /** What it becomes in SQL, with its order. */
  String sql(SavedFilter filter) {
    StringBuilder sql = new StringBuilder(records.filters().wouldBe(filter.texts()));
    String by = "\nORDER BY ";
    for (Sort sort : filter.sorts()) {
      sql.append(by).append(sort.column()).append(sort.descending() ? " DESC" : "");
      by = ", ";
    }
    return sql.toString();
  }

  /** Gives one another name; false when it is blank or taken. */
  boolean rename(SavedFilter filter, String name) {
    return kept.rename(file, table(), filter.name(), name);
  }

  /** Forgets one; {@link #restore} brings it back. */
  void delete(SavedFilter filter) {
    deleted = Optional.of(new Deleted(list.get().indexOf(filter), filter));
    kept.remove(file, table(), filter.name());
  }

  /** The one that was deleted last, if it can come back. */
  Optional<String> deleted() {
    return deleted.map(each -> each.filter().name()).filter(name -> !taken(name));
  }

  /** Brings back the one that was deleted last. */
  void restore() {
    if (deleted().isPresent()) {
      deleted.ifPresent(each -> kept.insert(file, table(), Math.max(0, each.at()), each.filter()));
    }
    deleted = Optional.empty();
  }

  void close() {
    watch.close();
  }
}
