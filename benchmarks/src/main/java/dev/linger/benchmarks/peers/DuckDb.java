package dev.linger.benchmarks.peers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How DuckDB can be had here: as a Python package, else as its command line, else as its JDBC driver.
 *
 * @param name what is run, with its version where it is known
 * @param command reads the files in the folder where it is run
 */
record DuckDb(String name, List<String> command) {
    private static final String DRIVER = "duckdb_jdbc";

    /**
     * The first way that there is.
     *
     * @param named a JDBC driver to take in any case
     * @param scripts the folder of the scripts
     */
    static Optional<DuckDb> find(@Nullable Path named, Python python, Path scripts, List<String> java) {
        Path statements = scripts.resolve("load.sql");
        if (named != null) {
            return Optional.of(byJdbc(named, statements, java));
        }
        if (python.missing(List.of("duckdb")).isEmpty()) {
            return Optional.of(new DuckDb(
                    "DuckDB " + python.version("duckdb"),
                    python.script(scripts.resolve("load_duckdb.py"), statements.toString())));
        }
        return onPath().map(shell ->
                        new DuckDb("DuckDB, its command line", List.of(shell.toString(), "-f", statements.toString())))
                .or(() -> inLocalRepository().map(jar -> byJdbc(jar, statements, java)));
    }

    private static DuckDb byJdbc(Path jar, Path statements, List<String> java) {
        List<String> command = Stream.of(
                        java.stream(),
                        Stream.of("-cp", JavaCommand.classPath() + File.pathSeparator + jar.toAbsolutePath()),
                        Stream.of(DuckDbByJdbc.class.getName(), statements.toString()))
                .flatMap(words -> words)
                .toList();
        return new DuckDb("DuckDB by " + jar.getFileName() + ", Java's start included", command);
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "duckdb"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Where Maven has put the driver that tests of Linger use. */
    private static Optional<Path> inLocalRepository() {
        Path versions = Path.of(System.getProperty("user.home", ""), ".m2", "repository", "org", "duckdb", DRIVER);
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(versions, 2)) {
            return files.filter(file -> file.getFileName().toString().matches(DRIVER + "-[0-9.]+\\.jar"))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
