package dev.linger.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** The peer that reads files, where of DuckDB nothing is there but its JDBC driver: {@code load_duckdb.py} in Java. */
final class DuckDbByJdbc {
    private DuckDbByJdbc() {}

    /** Of one file of statements; the last one asks for counts of rows. */
    public static void main(String[] args) throws IOException, SQLException {
        String[] statements = Files.readString(Path.of(args[0])).split(";\\n\\n", -1);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (int at = 0; at < statements.length - 1; at++) {
                statement.execute(statements[at]);
            }
            try (ResultSet counts = statement.executeQuery(statements[statements.length - 1])) {
                counts.next();
                Section.fact(
                        "rows",
                        String.format(
                                Locale.ROOT,
                                "%,d + %,d + %,d",
                                counts.getLong(1),
                                counts.getLong(2),
                                counts.getLong(3)));
            }
        }
    }
}
