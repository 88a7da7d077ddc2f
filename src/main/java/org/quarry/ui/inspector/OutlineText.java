package org.quarry.ui.inspector;

import tools.jackson.core.io.JsonStringEncoder;

/** Writes an outline as formatted text: each part on a line of its own, two blanks a depth. */
final class OutlineText {
  private final StringBuilder out = new StringBuilder();
  private final int most;

  private OutlineText(int most) {
    this.most = most;
  }

  /** As JSON, cut after {@code most} characters or a few more. */
  static String json(OutlineNode root, int most) {
    OutlineText text = new OutlineText(most);
    text.jsonValue(root, 0);
    return text.out.toString();
  }

  /** As XML, cut after {@code most} characters or a few more. */
  static String xml(OutlineNode document, int most) {
    OutlineText text = new OutlineText(most);
    document.parts().forEach(part -> text.xmlPart(part, 0));
    return text.out.toString().stripLeading();
  }

  private boolean full() {
    return out.length() >= most;
  }

  private void line(int depth) {
    out.append('\n').repeat(" ", 2 * depth);
  }

  private void jsonValue(OutlineNode node, int depth) {
    switch (node.kind()) {
      case OBJECT -> jsonParts(node, depth, '{', '}');
      case ARRAY -> jsonParts(node, depth, '[', ']');
      case STRING -> quote(node.text());
      default -> out.append(node.text());
    }
  }

  private void jsonParts(OutlineNode node, int depth, char begin, char end) {
    out.append(begin);
    String comma = "";
    for (OutlineNode part : node.parts()) {
      if (full()) {
        return;
      }
      out.append(comma);
      comma = ",";
      line(depth + 1);
      if (node.kind() == OutlineNode.Kind.OBJECT) {
        quote(part.name());
        out.append(": ");
      }
      jsonValue(part, depth + 1);
    }
    if (!node.parts().isEmpty()) {
      line(depth);
    }
    out.append(end);
  }

  private void quote(String text) {
    out.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, out);
    out.append('"');
  }

  private void xmlPart(OutlineNode node, int depth) {
    if (full() || node.kind() == OutlineNode.Kind.ATTRIBUTE) {
      return;
    }
    line(depth);
    switch (node.kind()) {
      case ELEMENT -> element(node, depth);
      case COMMENT -> out.append("<!-- ").append(node.text()).append(" -->");
      case INSTRUCTION ->
          out.append("<?").append(node.name()).append(' ').append(node.text()).append("?>");
      default -> out.append(escaped(node.text()));
    }
  }

  private void element(OutlineNode node, int depth) {
    out.append('<').append(node.name());
    int inside = 0;
    for (OutlineNode part : node.parts()) {
      if (part.kind() == OutlineNode.Kind.ATTRIBUTE) {
        String value = escaped(part.text()).replace("\"", "&quot;");
        out.append(' ').append(part.name()).append("=\"").append(value).append('"');
      } else {
        inside++;
      }
    }
    if (inside == 0 && node.text().isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>').append(escaped(node.text()));
    if (inside > 0) {
      node.parts().forEach(part -> xmlPart(part, depth + 1));
      line(depth);
    }
    out.append("</").append(node.name()).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
