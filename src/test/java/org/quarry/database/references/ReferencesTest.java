package org.quarry.database.references;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
import org.quarry.database.records.ChangeJournal;
import org.quarry.database.records.RowKey;
import org.quarry.database.schema.Schema;
import org.quarry.database.schema.SchemaReader;
import org.quarry.database.schema.Table;
import org.quarry.work.Monitor;

class ReferencesTest {
  @TempDir Path folder;
  private Database database;
  private Schema schema;

  @BeforeEach
  void open() throws Exception {
    Path file =
        SqliteProgram.run(
            folder.resolve("a.db"),
            "CREATE TABLE customers(id INTEGER PRIMARY KEY, email TEXT, name TEXT)",
            "INSERT INTO customers VALUES (42, 'a@b', 'Ada Lovelace'), (43, 'c@d', NULL)",
            "CREATE TABLE people(id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT,"
                + " boss INTEGER REFERENCES people)",
            "INSERT INTO people VALUES (1, 'Grace', 'Hopper', NULL), (2, 'Emmy', 'Noether', 1),"
                + " (3, 'A', 'B', 99)",
            "CREATE TABLE countries(code TEXT PRIMARY KEY COLLATE NOCASE, title TEXT) WITHOUT ROWID",
            "INSERT INTO countries VALUES ('AUT', 'Österreich'), ('#{x}', 'odd')",
            "CREATE TABLE pairs(a INTEGER, b TEXT COLLATE NOCASE, label TEXT, PRIMARY KEY (a, b))",
            "INSERT INTO pairs VALUES (1, 'x', 'One x'), (1, 'y', 'One y'), (2, 'x', 'Two x')",
            "CREATE TABLE bare(x TEXT)",
            "CREATE VIEW grown AS SELECT id, name FROM customers",
            """
            CREATE TABLE "or""ders"(id INTEGER PRIMARY KEY,
              customer TEXT REFERENCES customers(id),
              "the country" TEXT REFERENCES countries,
              nobody INTEGER REFERENCES nowhere(id),
              half INTEGER REFERENCES pairs,
              keyless INTEGER REFERENCES bare,
              absent INTEGER REFERENCES customers(nope),
              seen INTEGER REFERENCES grown(id),
              p1, p2, FOREIGN KEY (p1, p2) REFERENCES pairs(a, b))
            """);
    database = Database.open(file);
    schema = new SchemaReader(database).read(Monitor.NONE);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Table table(String name) {
    return schema.table(name).orElseThrow();
  }

  private Reference reference(String table, String column) {
    return new References(schema)
        .from(table(table)).stream()
            .filter(each -> each.columns().equals(List.of(column)))
            .findFirst()
            .orElseThrow();
  }

  private Reference.Sound sound(String table, String column) {
    return (Reference.Sound) reference(table, column);
  }

  private Map<Object, Optional<String>> labels(Reference.Sound reference, Object... values) {
    Map<Object, Optional<String>> labels = new LinkedHashMap<>();
    new ReferredRows(database)
        .labels(reference, Stream.of(values).map(List::of).toList(), Monitor.NONE)
        .forEach((key, label) -> labels.put(key.getFirst(), label));
    return labels;
  }

  private Optional<RowKey> key(Reference.Sound reference, Object value) {
    return new ReferredRows(database)
        .find(reference, List.of(value), Monitor.NONE)
        .flatMap(ReferredRows.Found::key);
  }

  @Test
  void aValueIsComparedAsSqliteComparesAChildKey() {
    Reference.Sound customer = sound("or\"ders", "customer");
    assertThat(customer.labels()).containsExactly("name");
    assertThat(labels(customer, "42", "43", "44", 42L, 42.0))
        .containsEntry("42", Optional.of("Ada Lovelace"))
        .containsEntry("43", Optional.of(""))
        .containsEntry("44", Optional.empty())
        .containsEntry(42L, Optional.of("Ada Lovelace"))
        .containsEntry(42.0, Optional.of("Ada Lovelace"));
    assertThat(key(customer, "42")).contains(new RowKey.Rowid(42));
    assertThat(new ReferredRows(database).find(customer, List.of("x"), Monitor.NONE)).isEmpty();
  }

  @Test
  void aReferenceWithoutAColumnMeansThePrimaryKeyAlsoWithoutRowids() {
    Reference.Sound country = sound("or\"ders", "the country");
    assertThat(country.referred()).containsExactly("code");
    assertThat(labels(country, "aut", "#{x}"))
        .containsEntry("aut", Optional.of("Österreich"))
        .containsEntry("#{x}", Optional.of("odd"));
    assertThat(key(country, "aut")).contains(RowKey.Primary.of(new ArrayList<>(List.of("AUT"))));
  }

  @Test
  void aTableMayReferToItselfAndTwoNamesMakeALabel() {
    Reference.Sound boss = sound("people", "boss");
    assertThat(boss.parent().name()).isEqualTo("people");
    assertThat(boss.labels()).containsExactly("first_name", "last_name");
    assertThat(labels(boss, 1L, 99L))
        .containsEntry(1L, Optional.of("Grace Hopper"))
        .containsEntry(99L, Optional.empty());
    assertThat(new References(schema).to(table("people")))
        .containsExactly(new Referrer(table("people"), List.of("boss"), List.of("id")));
  }

  @Test
  void whatLeadsNowhereSaysWhy() {
    assertThat(List.of("nobody", "half", "keyless", "absent"))
        .extracting(column -> ((Reference.Broken) reference("or\"ders", column)).why())
        .containsExactly(
            "There is no table nowhere.",
            "The primary key of pairs has 2 columns.",
            "bare has no primary key that the column could mean.",
            "customers has no column nope.");
  }

  @Test
  void aViewCanBeReadThoughNothingNamesItsRows() {
    Reference.Sound seen = sound("or\"ders", "seen");
    assertThat(labels(seen, 42L)).containsEntry(42L, Optional.of("Ada Lovelace"));
    assertThat(new ReferredRows(database).find(seen, List.of(42L), Monitor.NONE))
        .contains(new ReferredRows.Found(Optional.empty()));
  }

  @Test
  void aKeyOfSeveralColumnsLeadsByAllOfThem() {
    Reference.Sound pair =
        new References(schema)
            .from(table("or\"ders")).stream()
                .filter(each -> each.columns().size() == 2)
                .map(Reference.Sound.class::cast)
                .findFirst()
                .orElseThrow();
    assertThat(pair.columns()).containsExactly("p1", "p2");
    assertThat(pair.referred()).containsExactly("a", "b");
    List<Object> here = List.of("1", "Y");
    List<Object> gone = List.of(2L, "y");
    assertThat(new ReferredRows(database).labels(pair, List.of(here, gone), Monitor.NONE))
        .containsEntry(here, Optional.of("One y"))
        .containsEntry(gone, Optional.empty())
        .hasSize(2);
    assertThat(new ReferredRows(database).find(pair, here, Monitor.NONE))
        .contains(new ReferredRows.Found(Optional.of(new RowKey.Rowid(2))));
    assertThat(new ReferredRows(database).find(pair, gone, Monitor.NONE)).isEmpty();
    assertThat(new References(schema).to(table("pairs")))
        .containsExactly(new Referrer(table("or\"ders"), List.of("p1", "p2"), List.of("a", "b")));
  }

  @Test
  void newRowsAreFoundAsSqliteWillCompareThem() {
    Reference.Sound pair =
        (Reference.Sound)
            new References(schema)
                .from(table("or\"ders")).stream()
                    .filter(each -> each.columns().size() == 2)
                    .findFirst()
                    .orElseThrow();
    ChangeJournal journal = new ChangeJournal();
    journal.insert("pairs", Map.of("a", 7L, "label", "no second value"));
    RowKey.Fresh fresh =
        journal.insert("pairs", Map.of("a", 7L, "b", "Seven", "label", "The  seventh"));
    StagedParents staged = new StagedParents(journal, pair);
    StagedParents.Parent found =
        new StagedParents.Parent(fresh, List.of(7L, "Seven"), "The seventh");
    assertThat(staged.find(List.of("7", "sEVEN"))).contains(found);
    assertThat(staged.find(List.of(8L, "Seven"))).isEmpty();
    assertThat(staged.search("sev", 1, Arrays.asList(7.0, "ignored"), 50)).containsExactly(found);
    assertThat(staged.search("TH", 0, Arrays.asList(null, null), 50)).containsExactly(found);
    assertThat(staged.search("", 0, Arrays.asList(null, "eight"), 50)).isEmpty();
    assertThat(staged.search("x", 0, Arrays.asList(null, null), 50)).isEmpty();
  }

  @Test
  void whoRefersIsFoundByTheColumnItMeans() {
    assertThat(new References(schema).to(table("customers")))
        .containsExactly(new Referrer(table("or\"ders"), List.of("customer"), List.of("id")));
    assertThat(new References(schema).to(table("countries")))
        .containsExactly(new Referrer(table("or\"ders"), List.of("the country"), List.of("code")));
  }

  @Test
  void longTextsAndLineBreaksMakeAShortLabel() throws Exception {
    SqliteProgram.run(
        database.file(),
        "INSERT INTO people VALUES (7, 'a' || char(10) || 'b', printf('%.100c', 'x'), NULL)");
    assertThat(labels(sound("people", "boss"), 7L)).containsEntry(7L, Optional.of("a b"));
  }
}
