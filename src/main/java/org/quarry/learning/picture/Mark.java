package org.quarry.learning.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something drawn; x goes right and y down, in pixels. */
public sealed interface Mark {
  /** The tone. */
  Tone tone();

  /** A place. */
  record Spot(double x, double y) {}

  /** What a mark stands for. */
  final class Meaning {
    private final String tip;
    private final int[] rows;

    /**
     * Keeps the array, which is not to be changed.
     *
     * @param tip what it is, in a sentence or less
     * @param rows the rows behind it, positions among those held out
     */
    public Meaning(String tip, int[] rows) {
      this.tip = tip;
      this.rows = rows;
    }

    /** What it is, in a sentence or less. */
    public String tip() {
      return tip;
    }

    /** The rows behind it, positions among those held out; not to be changed. */
    public int[] rows() {
      return rows;
    }
  }

  /** Which end of words their place is. */
  enum Anchor {
    /** The place is where they begin. */
    START,
    /** The place is their middle. */
    MIDDLE,
    /** The place is where they end. */
    END
  }

  /**
   * A line through spots.
   *
   * @param width how thick
   * @param dashed whether it is broken, for what is only compared with
   */
  record Line(List<Spot> spots, Tone tone, double width, boolean dashed) implements Mark {
    /** Copies the list. */
    public Line {
      spots = List.copyOf(spots);
    }

    /** A plain line between two places. */
    static Line of(double x1, double y1, double x2, double y2, Tone tone) {
      return new Line(List.of(new Spot(x1, y1), new Spot(x2, y2)), tone, 1, false);
    }
  }

  /** A faint area within spots. */
  record Area(List<Spot> spots, Tone tone) implements Mark {
    /** Copies the list. */
    public Area {
      spots = List.copyOf(spots);
    }
  }

  /**
   * A filled rectangle.
   *
   * @param strength how much of the tone shows, 0 to 1
   * @param meaning what it stands for, or null
   */
  record Box(
      double x,
      double y,
      double width,
      double height,
      Tone tone,
      double strength,
      @Nullable Meaning meaning)
      implements Mark {}

  /**
   * A circle.
   *
   * @param hollow whether only its edge is drawn
   * @param meaning what it stands for, or null
   */
  record Dot(
      double x, double y, double radius, Tone tone, boolean hollow, @Nullable Meaning meaning)
      implements Mark {}

  /**
   * Words whose middle line is at y.
   *
   * @param strong whether they are bold
   */
  record Words(double x, double y, String text, Anchor anchor, Tone tone, boolean strong)
      implements Mark {}
}
