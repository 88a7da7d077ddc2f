package org.quarry.ui.inspector;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.quarry.work.Monitor;

/**
 * Reads XML as an outline. A document type is refused: it can name files and addresses to read, and
 * entities that grow without bound. Nothing outside of the text is ever read.
 */
final class XmlOutline {
  private static final int DEEPEST = 500;

  private final XMLStreamReader reader;
  private final Monitor monitor;
  private final Deque<OutlineNode> open = new ArrayDeque<>();
  private final List<OutlineNode> document = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private XmlOutline(XMLStreamReader reader, Monitor monitor) {
    this.reader = reader;
    this.monitor = monitor;
  }

  /**
   * Reads a text, or bytes in the encoding that they declare.
   *
   * @param source a String or {@code byte[]}
   * @return a group of what stands at the outermost: comments, instructions, the one element
   * @throws InspectorProblem.Malformed if it is not XML, saying where, or has a document type
   */
  static OutlineNode parse(Object source, Monitor monitor) {
    try {
      XMLStreamReader reader =
          source instanceof byte[] bytes
              ? factory().createXMLStreamReader(new ByteArrayInputStream(bytes))
              : factory().createXMLStreamReader(new StringReader(source.toString().stripLeading()));
      return new XmlOutline(reader, monitor).read();
    } catch (XMLStreamException wrong) {
      throw malformed(wrong);
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("Nothing outside of the text is read.");
        });
    return factory;
  }

  private static InspectorProblem malformed(XMLStreamException wrong) {
    String all = Objects.requireNonNullElse(wrong.getMessage(), "");
    String why = all.substring(all.lastIndexOf('\n') + 1).replaceFirst("^Message: ", "");
    String where =
        wrong.getLocation() == null
            ? "."
            : ": line "
                + wrong.getLocation().getLineNumber()
                + ", column "
                + wrong.getLocation().getColumnNumber()
                + ".";
    return new InspectorProblem.Malformed("This is not XML" + where, why, "");
  }

  private OutlineNode read() throws XMLStreamException {
    while (reader.hasNext()) {
      monitor.checkpoint();
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> begin();
        case XMLStreamConstants.END_ELEMENT -> end();
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        case XMLStreamConstants.COMMENT -> add(OutlineNode.Kind.COMMENT, "", reader.getText());
        case XMLStreamConstants.PROCESSING_INSTRUCTION ->
            add(OutlineNode.Kind.INSTRUCTION, reader.getPITarget(), data());
        case XMLStreamConstants.DTD ->
            throw refused("It has a document type, which can make a reader read other files.");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw refused("It refers to the entity “" + reader.getLocalName() + "”.");
        default -> {}
      }
    }
    return new OutlineNode("", OutlineNode.Kind.GROUP, "", document);
  }

  private static InspectorProblem refused(String why) {
    return new InspectorProblem.Malformed("This XML is not read.", why, "Text shows it as it is.");
  }

  private String data() {
    return reader.getPIData() == null ? "" : reader.getPIData();
  }

  private void begin() {
    flush();
    if (open.size() >= DEEPEST) {
      throw refused("Its elements are nested more than " + DEEPEST + " deep.");
    }
    List<OutlineNode> parts = new ArrayList<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      String prefix = reader.getAttributePrefix(i);
      parts.add(
          OutlineNode.leaf(
              prefix == null || prefix.isEmpty() ? name : prefix + ":" + name,
              OutlineNode.Kind.ATTRIBUTE,
              reader.getAttributeValue(i)));
    }
    open.push(new OutlineNode(name(), OutlineNode.Kind.ELEMENT, "", parts));
  }

  private String name() {
    String prefix = reader.getPrefix();
    return prefix == null || prefix.isEmpty()
        ? reader.getLocalName()
        : prefix + ":" + reader.getLocalName();
  }

  private void end() {
    flush();
    OutlineNode done = open.pop();
    here().add(done.parts().isEmpty() ? done : withText(done));
  }

  /** An element with nothing but text and attributes holds the text itself. */
  private static OutlineNode withText(OutlineNode element) {
    List<OutlineNode> parts = element.parts();
    OutlineNode last = parts.getLast();
    boolean lone =
        last.kind() == OutlineNode.Kind.TEXT
            && parts.stream().limit(parts.size() - 1L).allMatch(XmlOutline::isAttribute);
    return lone
        ? new OutlineNode(
            element.name(), element.kind(), last.text(), parts.subList(0, parts.size() - 1))
        : element;
  }

  private static boolean isAttribute(OutlineNode part) {
    return part.kind() == OutlineNode.Kind.ATTRIBUTE;
  }

  private void add(OutlineNode.Kind kind, String name, String value) {
    flush();
    here().add(OutlineNode.leaf(name, kind, value.strip()));
  }

  /** Blanks between elements are layout and left out. */
  private void flush() {
    if (!text.toString().isBlank()) {
      here().add(OutlineNode.leaf("", OutlineNode.Kind.TEXT, text.toString().strip()));
    }
    text.setLength(0);
  }

  private List<OutlineNode> here() {
    return open.isEmpty() ? document : open.element().parts();
  }
}
