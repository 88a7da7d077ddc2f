package org.quarry.database.profile;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bins of months, years or decades, as texts name them. */
final class DateBins {
  private static final int MOST_MONTHS = 36;
  private static final int MOST_BINS = 60;

  private DateBins() {}

  /**
   * Counts days by their month, year or decade, whichever makes a histogram that can be read.
   *
   * @param first the smallest text
   * @param last the largest text
   * @return none where the texts span too much, or are no days at their ends
   */
  static List<Bin> of(ProfileMapper mapper, Looked looked, String first, String last) {
    YearMonth from = month(first);
    YearMonth to = month(last);
    if (from == null || to == null) {
      return List.of();
    }
    int years = to.getYear() - from.getYear() + 1;
    long months = (years - 1) * 12L + to.getMonthValue() - from.getMonthValue() + 1;
    int length = months <= MOST_MONTHS ? 7 : years <= MOST_BINS ? 4 : 3;
    if (years > MOST_BINS * 10) {
      return List.of();
    }
    Map<String, Long> counts = new HashMap<>();
    for (@Nullable Object[] row : mapper.dateBins(looked, length)) {
      counts.put(String.valueOf(row[0]), Figures.number(row[1]));
    }
    List<Bin> bins = new ArrayList<>();
    if (length == 7) {
      for (YearMonth at = from; !at.isAfter(to); at = at.plusMonths(1)) {
        bins.add(bin(at.toString(), at.toString(), at.toString(), counts));
      }
    } else if (length == 4) {
      for (int year = from.getYear(); year <= to.getYear(); year++) {
        String text = year(year);
        bins.add(bin(text, text, text, counts));
      }
    } else {
      for (int decade = from.getYear() / 10; decade <= to.getYear() / 10; decade++) {
        String prefix = year(decade * 10).substring(0, 3);
        bins.add(bin(prefix, year(decade * 10), year(decade * 10 + 9), counts));
      }
    }
    return bins;
  }

  private static Bin bin(String prefix, String low, String high, Map<String, Long> counts) {
    return new Bin(low, high, counts.getOrDefault(prefix, 0L), low, high);
  }

  private static String year(int year) {
    return "%04d".formatted(year);
  }

  private static @Nullable YearMonth month(String text) {
    if (!text.matches("(?s)\\d{4}-\\d\\d-\\d\\d.*")) {
      return null;
    }
    try {
      return YearMonth.parse(text.substring(0, 7));
    } catch (DateTimeException noMonth) {
      return null;
    }
  }
}
