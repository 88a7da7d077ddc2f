package org.quarry.database;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.quarry.work.Monitor;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * One open SQLite file. Lends reader sessions, which cannot write, and the one writer session. Safe
 * for several threads; every method may block on the disk, so none is for the UI thread.
 */
public final class Database implements AutoCloseable {
  private final Path file;
  private final Access access;
  private final Connections connections;
  private final SqlSessionFactory sessions;
  private final List<Scratch> scratches = new ArrayList<>();
  private final List<SqlFunction> functions;
  private final AtomicLong lendings = new AtomicLong();

  private Database(Path file, Access access, List<SqlFunction> functions) {
    this.file = file;
    this.access = access;
    this.functions = List.copyOf(functions);
    connections = new Connections(file, access.writable(), this::addFunctions);
    Configuration configuration =
        new Configuration(new Environment("file", transactions(), new SQLiteDataSource()));
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.setCacheEnabled(false);
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setDefaultScriptingLanguage(PlainSql.class);
    configuration.getTypeHandlerRegistry().register(LocalDateTime.class, new TimestampHandler());
    configuration.addInterceptor(new RowReader());
    sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  /** The pool alone opens, closes and commits. */
  private static ManagedTransactionFactory transactions() {
    ManagedTransactionFactory factory = new ManagedTransactionFactory();
    Properties properties = new Properties();
    properties.setProperty("closeConnection", "false");
    factory.setProperties(properties);
    return factory;
  }

  /**
   * Opens an existing file and reads its schema once, so that what is wrong with it shows here.
   *
   * @param file the database; an empty file is a database without tables
   * @throws DatabaseProblem if it is missing, no database, encrypted, damaged, not to be read, or
   *     held by another program
   */
  public static Database open(Path file) {
    return open(file, List.of());
  }

  /**
   * As {@link #open(Path)}, with functions that every connection knows.
   *
   * @param functions told apart by their names
   */
  public static Database open(Path file, List<SqlFunction> functions) {
    Database database = new Database(file, FileInspection.inspect(file), functions);
    try {
      database.read(Monitor.NONE, session -> session.connection() != null);
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
    return database;
  }

  /**
   * Creates a new, empty database and opens it.
   *
   * @throws DatabaseProblem.Exists if something is there already
   * @throws DatabaseProblem.NoFolder if its folder is not there
   * @throws DatabaseProblem.NoPermission if it may not be created there
   */
  public static Database create(Path file) {
    return create(file, List.of());
  }

  /** As {@link #create(Path)}, with functions that every connection knows. */
  public static Database create(Path file, List<SqlFunction> functions) {
    requireFolder(file);
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException exists) {
      throw new DatabaseProblem.Exists(file.toString());
    } catch (IOException denied) {
      throw new DatabaseProblem.NoPermission("create", file.toString());
    }
    return open(file, functions);
  }

  /**
   * Makes sure that the folder of a file to be made is there.
   *
   * @throws DatabaseProblem.NoFolder if it is not
   */
  public static void requireFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new DatabaseProblem.NoFolder(file.toString(), folder.toString());
    }
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** The file's name without its folder. */
  public String name() {
    return FileInspection.name(file);
  }

  /** Whether it can be written, and if not, why. */
  public Access access() {
    return access;
  }

  /**
   * Lends a reader session. Waits while all readers are lent.
   *
   * @param <T> what the work yields
   * @param monitor cancelling it interrupts the statement that runs
   * @param work what to read
   * @throws org.quarry.work.Cancelled if it was cancelled
   * @throws DatabaseProblem if SQLite refuses
   */
  public <T> T read(Monitor monitor, Function<Session, T> work) {
    try {
      return connections.reading(connection -> lend(connection, monitor, work));
    } catch (SQLException | RuntimeException failed) {
      throw SqliteErrors.translate(failed, name());
    }
  }

  /**
   * Runs work in one transaction on the writer: all of it is written, or, when it throws or is
   * cancelled, none. Waits while the writer is lent.
   *
   * @throws DatabaseProblem.ReadOnly if the file cannot be written
   * @throws DatabaseProblem.TransactionOpen if a person's own transaction is open
   */
  public <T> T write(Monitor monitor, Function<Session, T> work) {
    if (!access.writable()) {
      throw new DatabaseProblem.ReadOnly(name(), access.reason(), null);
    }
    return onWriter(monitor, session -> inTransaction(session, monitor, work));
  }

  private static <T> T inTransaction(Session session, Monitor monitor, Function<Session, T> work) {
    if (hasTransaction(session)) {
      throw new DatabaseProblem.TransactionOpen();
    }
    execute(session, "BEGIN IMMEDIATE");
    try {
      T result = work.apply(session);
      monitor.checkpoint();
      execute(session, "COMMIT");
      return result;
    } catch (RuntimeException failed) {
      if (hasTransaction(session)) {
        execute(session, "ROLLBACK");
      }
      throw failed;
    }
  }

  /**
   * Lends the writer without a transaction of ours, for SQL that a person wrote. On a read-only
   * file the session cannot write.
   */
  public <T> T onWriter(Monitor monitor, Function<Session, T> work) {
    try {
      return connections.writing(connection -> lend(connection, monitor, work));
    } catch (SQLException | RuntimeException failed) {
      throw SqliteErrors.translate(failed, name());
    }
  }

  /**
   * A number that is another one once another program has written to the file: the writer's own
   * {@code PRAGMA data_version}. Empty while the writer is lent.
   *
   * @throws DatabaseProblem if SQLite refuses
   */
  public OptionalLong outsideVersion() {
    try {
      return connections
          .writingIfFree(Connections::dataVersion)
          .map(OptionalLong::of)
          .orElse(OptionalLong.empty());
    } catch (SQLException failed) {
      throw SqliteErrors.translate(failed, name());
    }
  }

  /**
   * Whether a transaction is open on the session's connection. The driver does not tell, but SQLite
   * refuses to begin a second one.
   */
  public static boolean hasTransaction(Session session) {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute("BEGIN");
      statement.execute("ROLLBACK");
      return false;
    } catch (SQLException refused) {
      if (SqliteErrors.detail(refused).contains("within a transaction")) {
        return true;
      }
      throw new PersistenceException(refused);
    }
  }

  /** A connection with temporary tables, to be closed by the caller, or at last with the file. */
  public Scratch scratch() {
    Scratch scratch = new Scratch(this, connections);
    synchronized (scratches) {
      scratches.removeIf(Scratch::isClosed);
      scratches.add(scratch);
    }
    return scratch;
  }

  private void addFunctions(Connection connection) throws SQLException {
    for (SqlFunction function : functions) {
      GivenFunction.register(connection, function, new Calling(connection));
    }
  }

  /**
   * What a connection sees changes by what it writes itself, which SQLite counts, and between two
   * lendings, when others may have written or it may have been rolled back.
   */
  private final class Calling implements SqlFunction.Caller {
    private final Connection connection;

    Calling(Connection connection) {
      this.connection = connection;
    }

    @Override
    public long version() {
      try {
        return lendings.get()
            + connection.unwrap(SQLiteConnection.class).getDatabase().total_changes();
      } catch (SQLException failed) {
        throw SqliteErrors.translate(failed, name());
      }
    }

    @Override
    public <T> T read(Function<Session, T> work) {
      try (SqlSession session = sessions.openSession(connection)) {
        return work.apply(new Session(session, connection));
      } catch (RuntimeException failed) {
        throw SqliteErrors.translate(failed, name());
      }
    }
  }

  <T> T lend(Connection connection, Monitor monitor, Function<Session, T> work) {
    lendings.incrementAndGet();
    monitor.checkpoint();
    try (Monitor.Registration _ = monitor.onCancel(() -> Connections.interrupt(connection));
        SqlSession session = sessions.openSession(connection)) {
      return work.apply(new Session(session, connection));
    }
  }

  private static void execute(Session session, String sql) {
    try (Statement statement = session.connection().createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new PersistenceException(failed);
    }
  }

  /**
   * Closes every connection; running statements are interrupted. Closing twice does nothing more.
   */
  @Override
  public void close() {
    List<Scratch> open;
    synchronized (scratches) {
      open = List.copyOf(scratches);
    }
    open.forEach(Scratch::close);
    connections.close();
  }
}
