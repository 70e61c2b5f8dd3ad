import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.event.DatabaseEventContext;
import org.neo4j.graphdb.event.DatabaseEventListenerAdapter;

/**
 * Runs one Neo4j for the Node process that started it.
 *
 * <p>Arguments: the home folder and a file of settings. The first line of standard input is a new password for the
 * user neo4j, or empty to leave it as it is; nothing is touched before it has come. When standard input ends, or on
 * SIGTERM, the database is shut down in order. Standard output carries one line, {@code READY}; all else goes to
 * standard error.
 */
final class Launcher {
  private static final long DATABASE_START_LIMIT_MS = 10 * 60_000L;

  /** The exit code after a fault that only a restart repairs, for example a full disk; launch.ts knows it, too. */
  private static final int PANIC = 70;

  private Launcher() {}

  public static void main(String[] args) throws IOException {
    PrintStream parent = System.out;
    System.setOut(System.err);
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String newPassword = input.readLine();
    if (newPassword == null) {
      return;
    }
    exitAtEndOf(input);
    try {
      DatabaseManagementService neo4j =
          new DatabaseManagementServiceBuilder(Path.of(args[0])).loadPropertiesFromFile(Path.of(args[1])).build();
      Runtime.getRuntime().addShutdownHook(new Thread(neo4j::shutdown, "shut-down"));
      neo4j.registerDatabaseEventListener(new EndAtPanic());
      if (!newPassword.isEmpty()) {
        setPassword(neo4j, newPassword);
      }
      // A store that cannot be opened fails alone; the service around it starts all the same.
      if (!neo4j.database("neo4j").isAvailable(DATABASE_START_LIMIT_MS)) {
        throw new IllegalStateException("the database neo4j did not start; logs/debug.log says why");
      }
      parent.println("READY");
      parent.flush();
    } catch (RuntimeException fault) {
      fault.printStackTrace();
      System.exit(1);
    }
  }

  /** After a panic, the database refuses every transaction. The process ends at once, and the store recovers at the next start. */
  private static final class EndAtPanic extends DatabaseEventListenerAdapter {
    @Override
    public void databasePanic(DatabaseEventContext database) {
      System.err.println("The database " + database.getDatabaseName() + " has failed; logs/debug.log says why.");
      Runtime.getRuntime().halt(PANIC);
    }
  }

  /** The embedded way in needs no login. Neo4j refuses a password that is the same as the old one. */
  private static void setPassword(DatabaseManagementService neo4j, String password) {
    neo4j
        .database("system")
        .executeTransactionally(
            "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
  }

  /** A parent that died, however it died, closes the pipe: no database outlives it. */
  private static void exitAtEndOf(BufferedReader input) {
    Thread watcher =
        new Thread(
            () -> {
              try {
                while (input.readLine() != null) {
                  // nothing more is expected; only the end matters
                }
              } catch (IOException broken) {
                // a broken pipe is an end as well
              }
              System.exit(0);
            },
            "parent-watcher");
    watcher.setDaemon(true);
    watcher.start();
  }
}
