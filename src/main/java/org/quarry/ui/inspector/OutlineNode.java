package org.quarry.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import org.quarry.ui.kit.Texts;

/**
 * A part of a structured text: what can be folded.
 *
 * @param name the key, the place in an array, or the name of an element or attribute; may be empty
 * @param kind what it is
 * @param text its value, or the text of an element that has nothing but text and attributes; else
 *     empty
 * @param parts what is in it, in order
 */
record OutlineNode(String name, Kind kind, String text, List<OutlineNode> parts) {
  /** Parts that are shown at once; more are shown in groups. */
  static final int GROUP = 500;

  /** What a part is. */
  enum Kind {
    OBJECT,
    ARRAY,
    STRING,
    NUMBER,
    BOOLEAN,
    NULL,
    ELEMENT,
    ATTRIBUTE,
    TEXT,
    COMMENT,
    INSTRUCTION,
    /** Some of the parts of one that has very many. */
    GROUP
  }

  /** A part without parts. */
  static OutlineNode leaf(String name, Kind kind, String text) {
    return new OutlineNode(name, kind, text, List.of());
  }

  /** Its parts as they are shown: groups of them where they are very many. Made anew each time. */
  List<OutlineNode> shown() {
    if (parts.size() <= GROUP) {
      return parts;
    }
    int size = GROUP;
    while (parts.size() > (long) size * GROUP) {
      size *= GROUP;
    }
    List<OutlineNode> groups = new ArrayList<>();
    for (int first = 0; first < parts.size(); first += size) {
      int end = Math.min(parts.size(), first + size);
      groups.add(
          new OutlineNode(
              Texts.number(first) + " … " + Texts.number(end - 1L),
              Kind.GROUP,
              "",
              parts.subList(first, end)));
    }
    return groups;
  }

  /** What stands beside the name: the value, or how much is in it. */
  String summary() {
    return switch (kind) {
      case STRING -> "\"" + text + "\"";
      case OBJECT -> "{" + Texts.count(parts.size(), "key") + "}";
      case ARRAY -> "[" + Texts.count(parts.size(), "item") + "]";
      case ELEMENT -> text.isEmpty() ? elements() : text;
      case GROUP -> "";
      default -> text;
    };
  }

  private String elements() {
    long inside = parts.stream().filter(part -> part.kind == Kind.ELEMENT).count();
    return inside == 0 ? "" : Texts.count(inside, "element");
  }
}
