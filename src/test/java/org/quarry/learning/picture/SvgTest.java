package org.quarry.learning.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Reference;
import org.quarry.learning.Workers;
import org.quarry.learning.report.ThresholdCurve;
import org.quarry.learning.search.ScoreListener;
import org.quarry.learning.training.ModelReport;
import org.quarry.learning.training.Training;
import org.quarry.learning.training.TrainingResult;
import org.quarry.learning.training.TrainingSettings;
import org.quarry.work.Monitor;
import org.w3c.dom.Document;

class SvgTest {
  private static Document parsed(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aClassOfAnyNameMakesAFileThatXmlReads() throws Exception {
    String name = "<a & \"b\"\u0000\uD800>";
    Picture picture =
        MatrixPicture.of(
            name,
            List.of(name, "c"),
            List.of(List.of(1L, 2L), List.of(0L, 3L)),
            (actual, predicted) -> new int[] {actual, predicted});
    Document document = parsed(Svg.file(picture));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("<a & \"b\"??>");
    // A ground, four cells and three tints of cells that hold rows.
    assertThat(document.getElementsByTagName("rect").getLength()).isEqualTo(8);
  }

  @Test
  void aPlaceMeansTheCellUnderItAndTheNearestPoint() {
    Picture picture =
        new Picture(
            "",
            100,
            100,
            List.of(
                new Mark.Box(0, 0, 50, 50, Tone.FIRST, 1, new Mark.Meaning("box", new int[] {1})),
                new Mark.Dot(20, 20, 2, Tone.FIRST, false, new Mark.Meaning("near", new int[0])),
                new Mark.Dot(28, 20, 2, Tone.FIRST, false, new Mark.Meaning("far", new int[0]))));
    assertThat(picture.at(5, 40).map(Mark.Meaning::tip)).contains("box");
    assertThat(picture.at(22, 20).map(Mark.Meaning::tip)).contains("near");
    assertThat(picture.at(27, 20).map(Mark.Meaning::tip)).contains("far");
    assertThat(picture.at(80, 80)).isEmpty();
  }

  @Test
  void thePageHoldsTheFiguresOfTheReferenceAndNothingFromElsewhere() throws Exception {
    Training training = new Training(Reference.HOME, Workers.onCallingThread(), Reference.CLOCK);
    TrainingResult result =
        training.run(
            Reference.rows("breast_cancer.csv"),
            TrainingSettings.notebook("<notebook>", Reference.FEATURES, "target"),
            ScoreListener.NONE,
            Monitor.NONE);
    ModelReport report = training.report(result);
    ThresholdCurve curve =
        java.util.Objects.requireNonNull(ThresholdCurve.of(report.decided(Monitor.NONE), 1));
    String page =
        HtmlReport.of(result, List.of(CurvePictures.roc(curve, "1", Double.MIN_VALUE, 400, 300)));
    assertThat(page)
        .contains("&lt;notebook&gt;", "0.9386", "0.9299", "0.8759", "0.8722", "area 0.984")
        .contains("weighted avg       0.94      0.94      0.94       114")
        .contains("prefers-color-scheme:dark")
        .doesNotContain("<script", "src=", "href=", "url(", "<notebook>");
    assertThat(page.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
  }
}
