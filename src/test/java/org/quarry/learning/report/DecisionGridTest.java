package org.quarry.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.quarry.learning.Workers;
import org.quarry.work.Monitor;

class DecisionGridTest {
  @Test
  void everyPointIsThatOfTheModelWithTheOthersAtTheirCentre() throws Exception {
    Notebook notebook = Notebook.read();
    double[] centre = Figures.doubles(notebook.reference().path("means"));
    DecisionGrid.Axis x = DecisionGrid.Axis.over(notebook.training(), 1, 7);
    DecisionGrid.Axis y = DecisionGrid.Axis.over(notebook.training(), 0, 5);
    try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
      DecisionGrid grid =
          DecisionGrid.measure(
              centre,
              x,
              y,
              point -> {
                double decision = notebook.decision(point);
                return new DecisionGrid.Answer(decision > 0 ? 1 : 0, decision);
              },
              new Workers(threads, 2),
              Monitor.NONE);
      for (int across = 0; across < 7; across++) {
        for (int up = 0; up < 5; up++) {
          double decision = notebook.decision(new double[] {y.at(up), x.at(across), centre[2]});
          assertThat(grid.at(across, up).decision()).isEqualTo(decision);
          assertThat(grid.at(across, up).label()).isEqualTo(decision > 0 ? 1 : 0);
        }
      }
      assertThat(grid.at(0, 0).label()).isEqualTo(1);
      assertThat(grid.at(6, 4).label()).isZero();
      assertThat(grid.x()).isEqualTo(x);
      assertThat(grid.y()).isEqualTo(y);
    }
  }

  @Test
  void anAxisReachesALittleBeyondTheRows() {
    double[][] points = {{3, 7}, {13, 7}};
    DecisionGrid.Axis axis = DecisionGrid.Axis.over(points, 0, 12);
    assertThat(axis.at(0)).isEqualTo(2.5);
    assertThat(axis.at(11)).isEqualTo(13.5);
    assertThat(axis.at(1)).isCloseTo(3.5, within(1e-12));
    DecisionGrid.Axis flat = DecisionGrid.Axis.over(points, 1, 2);
    assertThat(flat.from()).isEqualTo(6);
    assertThat(flat.to()).isEqualTo(8);
  }

  @Test
  void onePlaneNeedsTwoFeatures() {
    DecisionGrid.Axis axis = new DecisionGrid.Axis(0, 0, 1, 2);
    assertThatThrownBy(
            () ->
                DecisionGrid.measure(
                    new double[2],
                    axis,
                    axis,
                    point -> new DecisionGrid.Answer(0, 0),
                    Workers.onCallingThread(),
                    Monitor.NONE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DecisionGrid.Axis(0, 1, 1, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
