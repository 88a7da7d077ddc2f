package org.quarry.ui.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quarry.work.Monitor;

/**
 * The filters that a person keeps, by file and table, each list in the order of saving. For the UI
 * thread.
 */
public final class SavedFilters {
  private final Map<String, Map<String, List<SavedFilter>>> byFile = new LinkedHashMap<>();
  private final List<Runnable> listeners = new ArrayList<>();

  /** Those of a table of a file, unmodifiable. */
  public List<SavedFilter> of(Path file, String table) {
    return List.copyOf(byFile.getOrDefault(key(file), Map.of()).getOrDefault(table, List.of()));
  }

  /** Keeps one, in place of the one of the same name. */
  public void save(Path file, String table, SavedFilter filter) {
    List<SavedFilter> list = new ArrayList<>(of(file, table));
    int at = place(list, filter.name());
    if (at < 0) {
      list.add(filter);
    } else {
      list.set(at, filter);
    }
    put(key(file), table, list);
  }

  /**
   * Gives one another name.
   *
   * @return false, and nothing changes, when the name is blank or another one has it
   */
  public boolean rename(Path file, String table, String from, String to) {
    List<SavedFilter> list = new ArrayList<>(of(file, table));
    int at = place(list, from);
    String name = to.strip();
    if (at < 0 || name.isEmpty() || (!name.equals(from) && place(list, name) >= 0)) {
      return false;
    }
    list.set(at, list.get(at).named(name));
    put(key(file), table, list);
    return true;
  }

  /** Forgets one. */
  public void remove(Path file, String table, String name) {
    List<SavedFilter> list = new ArrayList<>(of(file, table));
    list.removeIf(each -> each.name().equals(name));
    put(key(file), table, list);
  }

  /** Puts one back where it stood, or at the end of those there are. */
  public void insert(Path file, String table, int at, SavedFilter filter) {
    List<SavedFilter> list = new ArrayList<>(of(file, table));
    list.add(Math.min(at, list.size()), filter);
    put(key(file), table, list);
  }

  /** All of them, by the file's path and the table's name; a copy. */
  public Map<String, Map<String, List<SavedFilter>>> all() {
    Map<String, Map<String, List<SavedFilter>>> copy = new LinkedHashMap<>();
    byFile.forEach((file, tables) -> copy.put(file, new LinkedHashMap<>(tables)));
    return copy;
  }

  /**
   * Takes what {@link #all} gave an earlier time, as far as a settings file still has it; listeners
   * are not told.
   */
  public void takeAll(
      Map<String, @Nullable Map<String, @Nullable List<@Nullable SavedFilter>>> kept) {
    byFile.clear();
    kept.forEach(
        (file, tables) -> {
          Map<String, List<SavedFilter>> lists = new LinkedHashMap<>();
          if (tables != null) {
            tables.forEach((table, list) -> lists.put(table, sound(list)));
          }
          lists.values().removeIf(List::isEmpty);
          if (!lists.isEmpty()) {
            byFile.put(file, lists);
          }
        });
  }

  private static List<SavedFilter> sound(@Nullable List<@Nullable SavedFilter> list) {
    List<SavedFilter> sound = new ArrayList<>();
    if (list != null) {
      for (SavedFilter each : list) {
        if (each != null && !each.name().isBlank() && place(sound, each.name()) < 0) {
          sound.add(each);
        }
      }
    }
    return List.copyOf(sound);
  }

  /** Adds a listener, told of every change until what it returns is closed. */
  public Monitor.Registration onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void put(String file, String table, List<SavedFilter> list) {
    Map<String, List<SavedFilter>> tables =
        byFile.computeIfAbsent(file, each -> new LinkedHashMap<>());
    if (list.isEmpty()) {
      tables.remove(table);
    } else {
      tables.put(table, List.copyOf(list));
    }
    if (tables.isEmpty()) {
      byFile.remove(file);
    }
    List.copyOf(listeners).forEach(Runnable::run);
  }

  private static int place(List<SavedFilter> list, String name) {
    for (int at = 0; at < list.size(); at++) {
      if (list.get(at).name().equals(name)) {
        return at;
      }
    }
    return -1;
  }

  private static String key(Path file) {
    return file.toAbsolutePath().normalize().toString();
  }
}
