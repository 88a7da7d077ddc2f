package org.quarry.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quarry.work.Monitor;

class JsonOutlineTest {
  private static OutlineNode parse(String text) {
    return JsonOutline.parse(text, Monitor.NONE);
  }

  @Test
  void keysTypesAndValuesAreKeptInTheirOrder() {
    OutlineNode root = parse("{\"b\": [1, true, null], \"a\": {\"x\": \"y\\n\"}}");
    assertThat(root.kind()).isEqualTo(OutlineNode.Kind.OBJECT);
    assertThat(root.parts()).extracting(OutlineNode::name).containsExactly("b", "a");
    assertThat(root.parts().getFirst().parts())
        .extracting(OutlineNode::kind)
        .containsExactly(OutlineNode.Kind.NUMBER, OutlineNode.Kind.BOOLEAN, OutlineNode.Kind.NULL);
    assertThat(root.parts().getFirst().summary()).isEqualTo("[3 items]");
    assertThat(root.parts().getLast().parts().getFirst().text()).isEqualTo("y\n");
  }

  @Test
  void digitsAndEqualKeysAreNotLost() {
    String exact = "123456789012345678901234567890.10";
    OutlineNode root = parse("{\"n\": " + exact + ", \"n\": 1e3}");
    assertThat(root.parts()).extracting(OutlineNode::text).containsExactly(exact, "1e3");
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    assertThatThrownBy(() -> parse("{\"a\": 1,\n \"b\": x}"))
        .isInstanceOfSatisfying(
            InspectorProblem.Malformed.class,
            problem -> {
              assertThat(problem.what()).startsWith("This is not JSON: line 2, column 7");
              assertThat(problem.why()).contains("x").doesNotContain("tools.jackson", "Source");
            });
    assertThatThrownBy(() -> parse("[1] [2]")).hasMessageContaining("line 1, column 5");
    assertThatThrownBy(() -> parse(" ")).hasMessageContaining("empty");
    assertThatThrownBy(() -> parse("[".repeat(100_000)))
        .isInstanceOf(InspectorProblem.Malformed.class);
  }

  @Test
  void formattedTextIsReadBackTheSame() {
    OutlineNode root = parse("{\"a\":[1,{\"b\":\"\\u0001\\\"\"}],\"c\":{},\"d\":[]}");
    String formatted = OutlineText.json(root, 10_000);
    assertThat(formatted)
        .isEqualTo(
            """
            {
              "a": [
                1,
                {
                  "b": "\\u0001\\""
                }
              ],
              "c": {},
              "d": []
            }""");
    assertThat(parse(formatted)).isEqualTo(root);
  }

  @Test
  void aHugeArrayIsShownInGroups() {
    String numbers =
        IntStream.range(0, 1_000_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    OutlineNode root = parse("[" + numbers + "]");
    List<OutlineNode> groups = root.shown();
    assertThat(groups).hasSizeLessThanOrEqualTo(OutlineNode.GROUP);
    assertThat(groups.getFirst().shown()).hasSizeLessThanOrEqualTo(OutlineNode.GROUP);
    assertThat(leaves(root)).isEqualTo(1_000_000);
    assertThat(OutlineText.json(root, 1000)).hasSizeBetween(1000, 1100);
  }

  private static int leaves(OutlineNode node) {
    return node.parts().isEmpty()
        ? 1
        : node.shown().stream().mapToInt(JsonOutlineTest::leaves).sum();
  }
}
