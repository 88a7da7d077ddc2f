package org.quarry.database.references;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quarry.database.Database;
import org.quarry.database.SqliteProgram;
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
            "CREATE TABLE pairs(a, b, label TEXT, PRIMARY KEY (a, b))",
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
            .filter(each -> each.column().equals(column))
            .findFirst()
            .orElseThrow();
  }

  private Reference.Sound sound(String table, String column) {
    return (Reference.Sound) reference(table, column);
  }

  private Map<Object, Optional<String>> labels(Reference.Sound reference, Object... values) {
    return new ReferredRows(database).labels(reference, List.of(values), Monitor.NONE);
  }

  private Optional<RowKey> key(Reference.Sound reference, Object value) {
    return new ReferredRows(database)
        .find(reference, value, Monitor.NONE)
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
    assertThat(new ReferredRows(database).find(customer, "x", Monitor.NONE)).isEmpty();
  }

  @Test
  void aReferenceWithoutAColumnMeansThePrimaryKeyAlsoWithoutRowids() {
    Reference.Sound country = sound("or\"ders", "the country");
    assertThat(country.referred()).isEqualTo("code");
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
        .containsExactly(new Referrer(table("people"), "boss", "id"));
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
    assertThat(new ReferredRows(database).find(seen, 42L, Monitor.NONE))
        .contains(new ReferredRows.Found(Optional.empty()));
  }

  @Test
  void keysOfSeveralColumnsAreLeftOut() {
    assertThat(new References(schema).from(table("or\"ders")))
        .extracting(Reference::column)
        .doesNotContain("p1", "p2");
    assertThat(new References(schema).to(table("pairs"))).isEmpty();
  }

  @Test
  void whoRefersIsFoundByTheColumnItMeans() {
    assertThat(new References(schema).to(table("customers")))
        .containsExactly(new Referrer(table("or\"ders"), "customer", "id"));
    assertThat(new References(schema).to(table("countries")))
        .containsExactly(new Referrer(table("or\"ders"), "the country", "code"));
  }

  @Test
  void longTextsAndLineBreaksMakeAShortLabel() throws Exception {
    SqliteProgram.run(
        database.file(),
        "INSERT INTO people VALUES (7, 'a' || char(10) || 'b', printf('%.100c', 'x'), NULL)");
    assertThat(labels(sound("people", "boss"), 7L)).containsEntry(7L, Optional.of("a b"));
  }
}
