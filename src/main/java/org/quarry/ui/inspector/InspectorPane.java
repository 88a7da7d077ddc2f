package org.quarry.ui.inspector;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.quarry.database.records.TypedValue;
import org.quarry.ui.kit.ProblemBar;
import org.quarry.ui.kit.Texts;
import org.quarry.work.Problem;

/** Shows the value of an {@link InspectorModel} with its tools. */
public final class InspectorPane extends VBox {
  /** Bytes that are copied as digits. */
  private static final long COPIED = 1024 * 1024;

  private final InspectorModel model;
  private final InspectorTools tools;
  private final Label heading = new Label();
  private final ProblemBar problems = new ProblemBar();
  private final HBox partial = new HBox(8);
  private final Label partialWords = new Label();
  private final Button loadAll = new Button();
  private final HBox loading = new HBox(8);
  private final StackPane content = new StackPane();
  private final TextPane text;
  private final OutlinePane outline = new OutlinePane();
  private final PicturePane picture = new PicturePane();
  private final DatesPane dates = new DatesPane();
  private final Label what = new Label();
  private final Label why = new Label();
  private final VBox note = new VBox(4, what, why);
  private @Nullable HexPane hex;

  /** Makes one. */
  public InspectorPane(InspectorModel model, InspectorFiles files) {
    this.model = model;
    text = new TextPane(model.editing());
    tools = new InspectorTools(model, files, this::copy);
    setId("inspector");
    getStyleClass().add("inspector");
    getStylesheets()
        .add(
            Objects.requireNonNull(InspectorPane.class.getResource("inspector.css"))
                .toExternalForm());
    heading.setId("inspector-heading");
    heading.getStyleClass().add("inspector-heading");
    heading.setWrapText(true);
    heading.setMinHeight(USE_PREF_SIZE);
    what.setId("inspector-note");
    what.setWrapText(true);
    why.setWrapText(true);
    why.getStyleClass().add("secondary");
    note.getStyleClass().add("inspector-note");
    Label said = new Label();
    said.setId("inspector-said");
    said.getStyleClass().add("inspector-foot");
    said.setWrapText(true);
    said.setMinHeight(USE_PREF_SIZE);
    said.textProperty().bind(files.said());
    said.visibleProperty().bind(said.textProperty().isNotEmpty());
    said.managedProperty().bind(said.visibleProperty());
    fillPartial();
    VBox.setVgrow(content, Priority.ALWAYS);
    content.setMinHeight(0);
    getChildren().setAll(heading, tools, problems, partial, content, said);
    text.wrap().bind(tools.wrap());
    text.mono().bind(tools.mono());
    tools.folded().subscribe(is -> draw());
    model.cell().subscribe(cell -> draw());
    model.value().subscribe(value -> draw());
    model.reading().subscribe(this::take);
    model.loading().subscribe(is -> draw());
    model.editing().on().subscribe(this::edited);
    model.problem().subscribe(this::say);
  }

  private void fillPartial() {
    partial.getStyleClass().add("inspector-partial");
    partialWords.setId("inspector-partial");
    partialWords.getStyleClass().add("secondary");
    partialWords.setWrapText(true);
    HBox.setHgrow(partialWords, Priority.ALWAYS);
    loadAll.setId("inspector-load-all");
    loadAll.setMinWidth(USE_PREF_SIZE);
    loadAll.setOnAction(event -> model.loadAll());
    ProgressIndicator turning = new ProgressIndicator();
    turning.setPrefSize(16, 16);
    turning.setMinSize(16, 16);
    Button cancel = new Button("Cancel");
    cancel.setId("inspector-cancel");
    cancel.setMinWidth(USE_PREF_SIZE);
    cancel.setOnAction(event -> model.cancelLoading());
    loading.getStyleClass().add("inspector-loading");
    loading.getChildren().setAll(turning, cancel);
  }

  private void edited(boolean on) {
    draw();
    if (on) {
      text.focus();
    }
  }

  /** Edits the value as text where it can be, and puts the keyboard here. */
  public void edit() {
    if (model.editing().refusal().isEmpty()) {
      model.editing().begin();
    } else {
      content.getChildren().stream()
          .findFirst()
          .ifPresent(node -> ((Region) node).getChildrenUnmodifiable().getFirst().requestFocus());
    }
    if (model.editing().on().get()) {
      text.focus();
    }
  }

  private void say(@Nullable Problem problem) {
    if (problem == null) {
      problems.clear();
    } else {
      problems.show(problem);
    }
  }

  private void take(@Nullable Reading reading) {
    switch (reading) {
      case Reading.Outline read -> outline.show(read);
      case Reading.Bytes bytes -> hex().show(bytes);
      case Reading.Shown shown -> picture.show(shown.picture());
      case Reading.Dates moments -> dates.show(moments);
      case null, default -> {}
    }
    draw();
  }

  private void draw() {
    InspectedCell cell = model.cell().get();
    InspectedValue value = model.value().get();
    heading.setText(cell == null ? "" : Headline.of(cell, value));
    heading.setVisible(cell != null);
    heading.setManaged(cell != null);
    boolean part = value != null && !value.whole() && value.bytes() != InspectedValue.UNKNOWN;
    partial.setVisible(part);
    partial.setManaged(part);
    if (part) {
      drawPartial(value);
    }
    Node shown = model.editing().on().get() ? text : node(cell, model.reading().get());
    if (!content.getChildren().equals(List.of(shown))) {
      content.getChildren().setAll(shown);
    }
  }

  private void drawPartial(InspectedValue value) {
    boolean running = model.loading().get();
    partialWords.setText(running ? "Reading " + Texts.bytes(value.bytes()) + "…" : beginning());
    loadAll.setText("Load all " + Texts.bytes(value.bytes()));
    partial.getChildren().setAll(partialWords, running ? loading : loadAll);
  }

  private static String beginning() {
    return "The first " + Texts.bytes(InspectorModel.AT_ONCE);
  }

  private Node node(@Nullable InspectedCell cell, @Nullable Reading reading) {
    return switch (reading) {
      case null -> note(waiting(cell), "", false);
      case Reading.Words words -> words(words);
      case Reading.Outline read when !tools.folded().get() -> words(read.formatted());
      case Reading.Outline _ -> outline;
      case Reading.Bytes _ -> hex();
      case Reading.Shown _ -> picture;
      case Reading.Dates _ -> dates;
      case Reading.Null _ -> note("NULL", "", true);
      case Reading.Note said -> note(said.what(), said.why(), false);
    };
  }

  private static String waiting(@Nullable InspectedCell cell) {
    if (cell == null) {
      return "Choose a cell to see its value.";
    }
    return switch (cell.state()) {
      case WAITING -> "This row is not read yet.";
      case READ -> "Reading…";
      case DEFAULT -> "A new row takes the column's default here.";
      case GONE -> "This row was deleted meanwhile. F5 refreshes.";
    };
  }

  private TextPane words(Reading.Words words) {
    text.show(words);
    return text;
  }

  /** A grid is made only for who looks at bytes. */
  private HexPane hex() {
    HexPane pane = Objects.requireNonNullElseGet(hex, HexPane::new);
    hex = pane;
    return pane;
  }

  private VBox note(String sentence, String more, boolean nothing) {
    what.setText(sentence);
    why.setText(more);
    why.setVisible(!more.isEmpty());
    why.setManaged(!more.isEmpty());
    what.getStyleClass().removeAll("inspector-null");
    if (nothing) {
      what.getStyleClass().add("inspector-null");
    }
    return note;
  }

  private void copy() {
    InspectedValue value = model.value().get();
    if (value == null || value.value() == null) {
      return;
    }
    if (value.value() instanceof byte[] && value.bytes() > COPIED) {
      model.fail(new InspectorProblem.TooLargeToCopy(value.bytes(), COPIED));
      return;
    }
    if (!value.whole()) {
      model.loadAll(this::copy);
      return;
    }
    ClipboardContent copied = new ClipboardContent();
    copied.putString(
        value.value() instanceof byte[] bytes
            ? "X'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'"
            : TypedValue.text(value.value()));
    Clipboard.getSystemClipboard().setContent(copied);
  }
}
