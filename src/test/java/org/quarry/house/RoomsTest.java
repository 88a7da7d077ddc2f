package org.quarry.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.junit.jupiter.api.Test;

/** The rooms of the house and the arrows between them, as docs/decisions/0002 draws them. */
class RoomsTest {
  private static final JavaClasses QUARRY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.quarry");

  private static void check(ArchRule rule) {
    rule.check(QUARRY);
  }

  private static void only(String[] packages, String why, String... rooms) {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(rooms)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(packages)
            .because(why));
  }

  @Test
  void arrowsPointTowardsTheCore() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("Main")
            .definedBy("org.quarry")
            .layer("app")
            .definedBy("org.quarry.app..")
            .layer("ui")
            .definedBy("org.quarry.ui..")
            .layer("command")
            .definedBy("org.quarry.command..")
            .layer("sample")
            .definedBy("org.quarry.sample..")
            .layer("learning")
            .definedBy("org.quarry.learning..")
            .layer("database")
            .definedBy("org.quarry.database..")
            .layer("work")
            .definedBy("org.quarry.work..")
            .whereLayer("Main")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("Main")
            .whereLayer("ui")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("sample")
            .mayOnlyBeAccessedByLayers("app", "ui", "command")
            .whereLayer("learning")
            .mayOnlyBeAccessedByLayers("app", "ui", "command")
            .whereLayer("database")
            .mayOnlyBeAccessedByLayers("app", "ui", "command", "sample", "learning")
            .because("a capability that knows no window can be driven from the command line"));
  }

  @Test
  void noPackagesKnowEachOther() {
    check(
        slices()
            .matching("org.quarry.(**)")
            .should()
            .beFreeOfCycles()
            .because("packages in a cycle are one package with a wall through it"));
  }

  @Test
  void screensDoNotKnowEachOther() {
    for (String screen : List.of("schema", "records", "query", "model", "changes", "predict")) {
      check(
          noClasses()
              .that()
              .resideInAPackage("org.quarry.ui." + screen + "..")
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(
                  Stream.of("schema", "records", "query", "model", "changes", "predict", "window")
                      .filter(other -> !other.equals(screen))
                      .map(other -> "org.quarry.ui." + other + "..")
                      .toArray(String[]::new))
              .because("ui.window alone puts the screens together"));
    }
  }

  @Test
  void javaFxIsForTheWindow() {
    only(
        new String[] {"javafx..", "org.controlsfx..", "org.kordamp..", "org.fxmisc.."},
        "the core is driven, tested and measured without a window",
        "org.quarry.ui..",
        "org.quarry.app..");
  }

  @Test
  void jdbcIsForTheDatabase() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.quarry.database..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "org.sqlite..")
            .because("one room turns what SQLite says into problems and sees to its threads"));
    check(
        noClasses()
            .that(
                not(
                    resideInAnyPackage("org.quarry.database..")
                        .or(simpleNameEndingWith("Mapper"))
                        .or(simpleNameEndingWith("Sql"))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.ibatis..")
            .because("outside the database room only mappers and their SQL speak MyBatis"));
  }

  @Test
  void wekaIsForLearning() {
    only(new String[] {"weka.."}, "Weka's types stay behind our own", "org.quarry.learning..");
  }

  @Test
  void picocliIsForTheCommandLine() {
    only(new String[] {"picocli.."}, "the core knows no options", "org.quarry.command..");
  }

  @Test
  void threadsAreMadeInOnePlace() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.quarry.app..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.Executors")
            .because("the composition root starts and ends every thread"));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.quarry.app..")
            .should()
            .callMethod(Thread.class, "ofPlatform")
            .orShould()
            .callMethod(Thread.class, "ofVirtual")
            .because("the composition root starts and ends every thread"));
  }

  @Test
  void oneRoomHopsToTheUiThread() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.quarry.ui.kit..")
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class)
            .because("results arrive through Background, which can be replaced in tests"));
  }

  @Test
  void modelsKnowNoControl() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.quarry.ui..")
            .and()
            .haveSimpleNameEndingWith("Model")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
            .because("a screen's state is tested without a window"));
  }

  @Test
  void staticsDoNotChange() {
    check(
        fields()
            .that()
            .areStatic()
            .should()
            .beFinal()
            .because("what changes belongs to an object that somebody closes"));
  }

  @Test
  void namesSayWhatAThingIs() {
    check(
        classes()
            .should()
            .haveNameNotMatching(".*(Manager|Helper|Utils?|Impl)$")
            .because("such names say nothing"));
  }

  @Test
  void mappersBindTheirValues() {
    List<String> templates = new ArrayList<>();
    QUARRY.stream()
        .flatMap(type -> type.getMethods().stream())
        .forEach(
            method -> {
              Stream<String> sql =
                  Stream.of(
                          method.tryGetAnnotationOfType(Select.class).map(Select::value),
                          method.tryGetAnnotationOfType(Insert.class).map(Insert::value),
                          method.tryGetAnnotationOfType(Update.class).map(Update::value),
                          method.tryGetAnnotationOfType(Delete.class).map(Delete::value))
                      .flatMap(Optional::stream)
                      .flatMap(Stream::of);
              if (sql.anyMatch(text -> text.contains("${"))) {
                templates.add(method.getFullName());
              }
            });
    assertThat(templates).as("text pasted into SQL is an injection").isEmpty();
  }

  @Test
  void everyPackageSaysWhatLivesThereAndIsNullMarked() throws IOException {
    List<Path> silent = new ArrayList<>();
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java"))) {
      for (Path folder : folders.filter(Files::isDirectory).toList()) {
        try (Stream<Path> files = Files.list(folder)) {
          boolean sources = files.anyMatch(file -> file.toString().endsWith(".java"));
          Path info = folder.resolve("package-info.java");
          if (sources && (!Files.exists(info) || !Files.readString(info).contains("@NullMarked"))) {
            silent.add(folder);
          }
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void noFileIsTooLongToRead() throws IOException {
    List<Path> sources = SourceFormat.sources();
    List<Path> wide = new ArrayList<>();
    for (Path source : sources) {
      if (Files.readAllLines(source).size() > 400) {
        wide.add(source);
      }
    }
    assertThat(wide).isEmpty();
  }
}
