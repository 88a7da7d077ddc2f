package org.quarry.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.work.Monitor;

class XmlOutlineTest {
  private static OutlineNode parse(Object source) {
    return XmlOutline.parse(source, Monitor.NONE);
  }

  @Test
  void elementsAttributesTextAndCommentsAreFolded() {
    OutlineNode root =
        parse("<?xml version='1.0'?><!-- n --><a x='1'><s:b xmlns:s='u'>t &lt; u</s:b>  <c/></a>");
    OutlineNode a = root.parts().getLast();
    assertThat(root.parts().getFirst().kind()).isEqualTo(OutlineNode.Kind.COMMENT);
    assertThat(a.parts()).extracting(OutlineNode::name).containsExactly("x", "s:b", "c");
    assertThat(a.summary()).isEqualTo("2 elements");
    assertThat(a.parts().get(1).summary()).isEqualTo("t < u");
    assertThat(OutlineText.xml(root, 1000))
        .isEqualTo(
            """
            <!-- n -->
            <a x="1">
              <s:b xmlns:s="u">t &lt; u</s:b>
              <c/>
            </a>""");
  }

  @Test
  void bytesAreReadInTheEncodingTheyDeclare() {
    byte[] latin =
        "<?xml version='1.0' encoding='ISO-8859-1'?><a>ä</a>".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(parse(latin).parts().getLast().summary()).isEqualTo("ä");
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    assertThatThrownBy(() -> parse("<a>\n  <b></a>"))
        .isInstanceOf(InspectorProblem.Malformed.class)
        .hasMessageStartingWith("This is not XML: line 2, column ");
    assertThatThrownBy(() -> parse("<a>".repeat(100_000)))
        .isInstanceOf(InspectorProblem.Malformed.class);
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.SECONDS)
  void aBombOfEntitiesIsRefused() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY e0 \"0123456789\">");
    for (int i = 1; i < 20; i++) {
      bomb.append("<!ENTITY e%d \"%s\">".formatted(i, ("&e" + (i - 1) + ";").repeat(10)));
    }
    assertThatThrownBy(() -> parse(bomb + "]><a>&e19;</a>"))
        .isInstanceOf(InspectorProblem.Malformed.class)
        .hasMessageContaining("document type");
    assertThatThrownBy(() -> parse("<a>&e;</a>")).isInstanceOf(InspectorProblem.Malformed.class);
  }

  @Test
  void nothingOutsideOfTheTextIsRead(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP SECRET");
    for (String kind :
        new String[] {"<!ENTITY s SYSTEM \"%s\">", "<!ENTITY %% s SYSTEM \"%s\"> %%s;"}) {
      String xml = "<!DOCTYPE a [" + kind.formatted(secret.toUri()) + "]><a>&s;</a>";
      assertThatThrownBy(() -> parse(xml))
          .isInstanceOf(InspectorProblem.Malformed.class)
          .hasMessageNotContaining("TOP SECRET")
          .hasMessageContaining("document type");
    }
    assertThatThrownBy(() -> parse("<!DOCTYPE a SYSTEM \"" + secret.toUri() + "\"><a/>"))
        .hasMessageContaining("document type");
  }
}
