package org.quarry.ui.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.quarry.database.Database;
import org.quarry.learning.model.ModelCall;
import org.quarry.learning.model.ModelHint;
import org.quarry.learning.model.ModelStore;
import org.quarry.ui.kit.Background;
import org.quarry.ui.kit.Latest;
import org.quarry.work.Problem;

/**
 * How the call of a model at the caret goes on. The models of the file are listed anew for each
 * call that is begun. For the UI thread.
 */
final class HintModel {
  private final Latest listing;
  private final ModelStore store;
  private final Consumer<Problem> failed;
  private final ReadOnlyObjectWrapper<Optional<ModelHint>> hint =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private @Nullable List<ModelStore.Saved> known;

  /**
   * Makes one that says nothing.
   *
   * @param failed told when the models cannot be listed
   */
  HintModel(Background background, Database database, Consumer<Problem> failed) {
    this.listing = new Latest(background);
    this.store = new ModelStore(database);
    this.failed = failed;
  }

  /** What is said now. */
  ReadOnlyObjectProperty<Optional<ModelHint>> hint() {
    return hint.getReadOnlyProperty();
  }

  /** Says what could follow at a caret. */
  void look(String text, int caret) {
    Optional<ModelCall> call = ModelCall.at(text, caret);
    if (call.isEmpty()) {
      dismiss();
    } else if (known != null) {
      hint.set(ModelHint.of(call.get(), known));
    } else {
      listing.start(
          "Listing models",
          store::list,
          models -> {
            known = models;
            hint.set(ModelHint.of(call.get(), models));
          },
          failed);
    }
  }

  /** Says nothing until it looks again. */
  void dismiss() {
    listing.cancel();
    known = null;
    hint.set(Optional.empty());
  }
}
