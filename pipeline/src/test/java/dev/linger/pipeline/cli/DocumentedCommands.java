package dev.linger.pipeline.cli;

import dev.linger.data.parquet.ParquetColumn;
import dev.linger.data.parquet.ParquetWriter;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.serving.store.PlayStore;
import dev.linger.serving.store.ReceivedPlay;
import dev.linger.serving.store.SqlitePlayStore;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Types every command of README and docs, on little data; a mistake that they show must give the message that they show.
 *
 * <pre>cd EMPTY_FOLDER; java -cp REPOSITORY/pipeline/target/test-classes:REPOSITORY/pipeline/target/linger.jar \
 *   dev.linger.pipeline.cli.DocumentedCommands REPOSITORY [DOCUMENT...]</pre>
 *
 * <p>Prints one line a command; exit code 1 if one fails. Plain calls of Linger share this process, which is warm after the
 * first; all else goes to bash.
 */
final class DocumentedCommands {
    /** What is not typed, and why; where CI types it itself, how that begins in {@code .ci/run}. */
    private static final List<NotTyped> NOT_TYPED = List.of(
            new NotTyped("mvn verify", "a step of CI", "mvn -B -ntp verify"),
            new NotTyped("mvn -DskipTests package", "part of mvn verify", "mvn -B -ntp verify"),
            new NotTyped("mvn -q -pl ranker -am test", "part of mvn verify", "mvn -B -ntp verify"),
            new NotTyped("mvn -pl pipeline -am test -Dtest='Malformed.*", "part of mvn verify", "mvn -B -ntp verify"),
            new NotTyped(
                    "mvn verify -Dlinger\\.slow=true", "saves and loads every packaged configuration: on demand", ""),
            new NotTyped("mvn -Prelease package", "before a release", ""),
            new NotTyped("mvn -Pspark .*", "a step of CI", "mvn -B -ntp -Pspark"),
            new NotTyped(
                    "java -jar pipeline/target/linger\\.jar run --engine spark .*",
                    "needs a cluster; a test of the module spark starts one",
                    "mvn -B -ntp -Pspark"),
            new NotTyped("mvn com\\.diffplug\\.spotless:.*:apply", "changes files; mvn verify checks them", ""),
            new NotTyped("\\.ci/run", "what types these", ""),
            new NotTyped(
                    "chromium .*", "makes the pictures; a test of mvn verify opens the page", "mvn -B -ntp verify"),
            new NotTyped(
                    "java -jar benchmarks/target/benchmarks\\.jar",
                    "a step of CI at a smaller scale",
                    "java -jar benchmarks/target/benchmarks.jar"),
            new NotTyped(
                    "java -cp benchmarks/target/benchmarks\\.jar dev\\.linger\\.benchmarks\\.Stages --scales .*",
                    "a step of CI at a smaller scale",
                    "java -cp benchmarks/target/benchmarks.jar dev.linger.benchmarks.Stages --scales"),
            new NotTyped(
                    "java -cp benchmarks/target/benchmarks\\.jar dev\\.linger\\.benchmarks\\.peers\\.Peers.*",
                    "a step of CI at a smaller scale",
                    "java -cp benchmarks/target/benchmarks.jar dev.linger.benchmarks.peers.Peers"),
            new NotTyped(
                    "java -cp benchmarks/target/benchmarks\\.jar dev\\.linger\\.benchmarks\\.serving\\.(ServingLoad|RequestLatency) .*",
                    "asks a server that runs; tests of mvn verify start one",
                    "mvn -B -ntp verify"),
            new NotTyped(
                    "java -jar pipeline/target/linger\\.jar off-policy .*",
                    "evaluates what was served to many users; a test of mvn verify does",
                    "mvn -B -ntp verify"));

    /** What is typed in place of what is written, in this order. */
    private static final List<Shortened> SHORTENED = List.of(
            new Shortened("mvn .* && ", "", "the build is a step of CI"),
            new Shortened(
                    "((?:linger\\.jar|cli\\.Linger) (?:run|fit|compare|cuts|sweep|ablate|audit)\\b)(?!.* --data)(?!.*/2)",
                    "$1 --data DIR",
                    "less than demo data"),
            new Shortened("--preset kuairec (--scale \\S+ )?", "--preset topics ", "12.5 M rows take minutes"),
            new Shortened("(for \\w+ in \\S+ \\S+)[^;]*;", "$1;", "two rounds of a loop show that it runs"),
            new Shortened(
                    "(ablate --data DIR|ablate --data kuairand-pure .*)$",
                    "$1 --set ranker.members.0.model.rounds=10 --set ranker.members.1.model.rounds=10",
                    "one training for each group and source"),
            new Shortened(
                    "(java -jar \\S+ serve .*)",
                    "$1 --port 0 > served.txt 2>&1 & for tenth in {1..600}; do grep -q 'Ctrl-C stops it' served.txt && break;"
                            + " kill -0 \\$! || break; sleep 0.1; done; kill \\$! || true; wait \\$! || true;"
                            + " grep 'Ctrl-C stops it' served.txt || { cat served.txt; false; }",
                    "it serves until it is stopped"),
            new Shortened("(cuts .*) --seeds 42( .*two-rankers\\.json).*", "$1$2", "two configurations of six"),
            new Shortened(
                    "^java -jar (\\S+) simulate --data \\S+ .*",
                    "java -jar $1 generate --preset demo --out observed && java -jar $1 simulate --data observed"
                            + " --policy recipes/rate-popularity --days 10 --videos 5",
                    "little data has no observed matrix"),
            new Shortened(
                    "(linger\\.jar simulate --policy \\S+ --policy \\S+).*$",
                    "$1 --preset topics --days 3 --seeds 1",
                    "two policies and three days of six and thirty, in one world of three"),
            new Shortened(
                    "(cuts .*) --seeds 42( --config default --config docs/orders/\\S+).*",
                    "$1$2",
                    "two configurations of eight"),
            new Shortened("(linger\\.jar cuts .*)$", "$1 --shares 0.2,0.3 --seeds 1", "twelve runs"),
            new Shortened("(audit .*plain-als-lightgbm)$", "$1 --set ranker.rounds=100", "it trains seven times"),
            new Shortened("(--config FILE)", "$1 --set ranker.rounds=10", "the same"),
            new Shortened("a\\.b=3", "candidates.limit=40", "stands for any setting"),
            new Shortened("-Xmx[45]g", "-Xmx1g", "room for little data"),
            new Shortened("(serving\\.StoreBenchmark .*)", "$1 --plays 2000 --singles 50", "no figure is read"),
            new Shortened("(benchmarks\\.jar ['A-Z].*)", "$1 -f 0 -wi 0 -i 1 -foe true", "no figure is read"),
            new Shortened("scale=1", "scale=0.01", "12.5 M rows take minutes"));

    /** Folders of data that are named; in all of them are the plays of few users. */
    private static final List<String> DATA = List.of("DIR", "KuaiRec/data", "kuairand-pure");

    /** Runs that are named, and their configurations. */
    private static final List<List<String>> RUNS = List.of(
            List.of("runs/20261121-101500-default", "default"),
            List.of("runs/20261121-102000-ranker-linear", "ranker-linear"));

    /** Files that are named. */
    private static final List<List<String>> FILES = List.of(
            List.of("log.csv", "user_id,video_id,play_duration,video_duration,timestamp\n17,3,9000,10000,1599321590\n"),
            List.of("FILE", "{\"extends\": \"ranker-lightgbm-l1\"}"),
            List.of("my.json", "{\"candidates\": {\"sources\": [\"als\", {\"type\": \"trending\", \"days\": 3}]}}"));

    private static final int USERS = 80;
    private static final Pattern PLAIN = Pattern.compile("java -jar pipeline/target/linger\\.jar ([^*$|;&\\n]*)");

    private record NotTyped(String pattern, String reason, String inCi) {}

    private record Shortened(String pattern, String by, String reason) {}

    private final Path repository;
    private final PrintStream report = System.out;
    private int failures;

    private DocumentedCommands(Path repository) {
        this.repository = repository;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        DocumentedCommands commands =
                new DocumentedCommands(Path.of(args[0]).toAbsolutePath().normalize());
        commands.prepare();
        for (Path document : ShellLines.documents(commands.repository)) {
            Path name = commands.repository.relativize(document);
            if (args.length == 1 || List.of(args).contains(name.toString())) {
                for (ShellLines.Command command : ShellLines.commands(Files.readString(document))) {
                    commands.type(name, command);
                }
            }
        }
        commands.report.println(commands.failures + " commands of the documents fail");
        System.exit(commands.failures == 0 ? 0 : 1);
    }

    /** The same plays with what is needed, a title and a flag; the columns have the usual names, and users are texts. */
    private static List<String> asPlays(List<String> lines) {
        return Stream.concat(
                        Stream.of("user_id;video_id;watch_ms;video_duration;timestamp;caption;liked"),
                        lines.stream().skip(1).map(line -> line.split(",", -1)).map(DocumentedCommands::asPlay))
                .toList();
    }

    private static String asPlay(String[] cells) {
        String liked = Double.parseDouble(cells[7]) > 2 ? "1" : "0";
        return String.join(";", "u_" + cells[0], cells[1], cells[2], cells[3], cells[6], "number " + cells[1], liked);
    }

    /** The same as texts, of which every number is read. */
    private static void writeParquet(Path file, List<String> asPlays) {
        List<ParquetColumn> columns = Stream.of(
                        asPlays.get(0).replace("watch_ms", "play_time").split(";", -1))
                .map(name -> new ParquetColumn(name, ParquetColumn.Type.TEXT))
                .toList();
        try (ParquetWriter writer = ParquetWriter.create(file, columns)) {
            for (String line : asPlays.subList(1, asPlays.size())) {
                String[] cells = line.split(";", -1);
                for (int column = 0; column < cells.length; column++) {
                    writer.set(column, cells[column]);
                }
                writer.endRow();
            }
            writer.finish();
        }
    }

    private void prepare() throws IOException, InterruptedException {
        for (String folder : List.of("pipeline", "benchmarks", "bin", "configs", "docs")) {
            Files.createSymbolicLink(Path.of(folder), repository.resolve(folder));
        }
        try (Stream<Path> jars = Files.list(repository.resolve("examples/target"))) {
            Files.createSymbolicLink(
                    Path.of("my.jar"),
                    jars.filter(jar -> jar.toString().matches(".*/linger-examples-[^-]*(-SNAPSHOT)?\\.jar"))
                            .findFirst()
                            .orElseThrow());
        }
        require("java -jar pipeline/target/linger.jar generate --preset topics --out topics");
        Path plays = Path.of("topics/big_matrix.csv");
        List<String> fewUsers = Files.readAllLines(plays).stream()
                .filter(line -> line.startsWith("user_id") || Integer.parseInt(line.split(",", 2)[0]) < USERS)
                .toList();
        Files.write(plays, fewUsers);
        for (String folder : DATA) {
            Path link = Path.of(folder).toAbsolutePath();
            Files.createDirectories(Objects.requireNonNull(link.getParent()));
            Files.createSymbolicLink(link, Path.of("topics").toAbsolutePath());
        }
        List<String> asPlays = asPlays(fewUsers);
        Files.write(Path.of("plays.csv"), asPlays);
        writeParquet(Path.of("plays.parquet"), asPlays);
        storePlays(fewUsers);
        for (List<String> file : FILES) {
            Files.writeString(Path.of(file.get(0)), file.get(1));
        }
        for (List<String> run : RUNS) {
            require("java -jar pipeline/target/linger.jar run --data DIR --out made --config " + run.get(1));
            try (Stream<Path> made = Files.list(Path.of("made"))) {
                Path folder = made.filter(path -> path.toString().endsWith("-" + run.get(1)))
                        .findFirst()
                        .orElseThrow();
                Files.createDirectories(Path.of("runs"));
                Files.move(folder, Path.of(run.get(0)));
            }
        }
    }

    /** As a server keeps them: the first plays, all watched for as long. */
    private static void storePlays(List<String> lines) {
        List<ReceivedPlay> plays = lines.stream()
                .skip(1)
                .limit(20)
                .map(line -> line.split(",", -1))
                .map(cells -> new ReceivedPlay(
                        String.join("-", cells),
                        Long.parseLong(cells[0]),
                        Long.parseLong(cells[1]),
                        9_000,
                        10_000,
                        Math.round(Double.parseDouble(cells[6]) * 1_000)))
                .toList();
        try (PlayStore store = SqlitePlayStore.open(Path.of("models/demo.plays"))) {
            store.append(plays).join();
        }
    }

    private void require(String line) throws IOException, InterruptedException {
        Outcome outcome = run(line);
        if (outcome.exitCode() != 0) {
            throw new IllegalStateException(line + ": " + outcome.printed());
        }
    }

    private void type(Path document, ShellLines.Command command) throws IOException, InterruptedException {
        String written = command.line().replaceAll("\\s*\\n\\s*", " ");
        Optional<NotTyped> notTyped = NOT_TYPED.stream()
                .filter(rule -> written.matches(rule.pattern()))
                .findFirst();
        if (notTyped.isPresent()) {
            boolean holds = Files.readString(repository.resolve(".ci/run"))
                    .contains(notTyped.get().inCi());
            say(holds, document, written + "   not typed: " + notTyped.get().reason());
            return;
        }
        if (command.isShown() && written.startsWith("cat ")) {
            Files.writeString(Path.of(written.substring("cat ".length())), command.output());
        }
        String line = command.isShown() ? command.line() : shortened(command.line());
        long begin = System.nanoTime();
        Outcome outcome = run(line);
        boolean isRefused = command.isShown() && !written.startsWith("cat ");
        boolean holds = outcome.exitCode() == (isRefused ? 2 : 0)
                && (!command.isShown() || outcome.printed().equals(command.output()));
        say(holds, document, line + "   " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        if (!holds) {
            report.println("exit code " + outcome.exitCode() + ", printed:\n" + outcome.printed());
            if (outcome.exitCode() == 1) {
                report.println("once more, for the stack trace:\n"
                        + run(withStackTrace(line)).printed());
            }
        }
    }

    private static String withStackTrace(String line) {
        return line.replace("linger.jar ", "linger.jar --stacktrace ");
    }

    private static String shortened(String line) {
        String typed = line;
        for (Shortened rule : SHORTENED) {
            typed = typed.replaceAll(rule.pattern(), rule.by());
        }
        return typed;
    }

    private void say(boolean holds, Path document, String what) {
        failures += holds ? 0 : 1;
        report.println((holds ? "ok    " : "FAIL  ") + document + ": " + what);
    }

    private record Outcome(int exitCode, String printed) {}

    private static Outcome run(String line) throws IOException, InterruptedException {
        var plain = PLAIN.matcher(line);
        return plain.matches() ? here(ShellLines.words(plain.group(1))) : byBash(line);
    }

    /** All that is printed goes to one text, as a reader of a terminal sees it. */
    private static Outcome here(List<String> arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int exitCode = Linger.commandLine(Experiment::run)
                    .setOut(new PrintWriter(both, true, StandardCharsets.UTF_8))
                    .setErr(new PrintWriter(both, true, StandardCharsets.UTF_8))
                    .execute(arguments.toArray(String[]::new));
            return new Outcome(exitCode, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static Outcome byBash(String line) throws IOException, InterruptedException {
        File printed = File.createTempFile("command", ".txt", new File("."));
        int exitCode = new ProcessBuilder(new ArrayList<>(List.of("bash", "-ec", line)))
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start()
                .waitFor();
        return new Outcome(exitCode, Files.readString(printed.toPath()));
    }
}
