package dev.linger.benchmarks.serving;

import dev.linger.benchmarks.Environment;
import dev.linger.benchmarks.serving.LatencyTable.Kind;
import dev.linger.data.InputException;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.pipeline.report.ResultTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks a running server for lists and reports plays, at constant rates, and prints the latencies. */
@Command(
        name = "serving-load",
        sortOptions = false,
        description = "Asks a running server for lists and reports plays at constant rates; prints latencies.")
public final class ServingLoad implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--url", paramLabel = "URL", description = "The server (default: ${DEFAULT-VALUE}).")
    private URI url = URI.create("http://127.0.0.1:8080");

    @ArgGroup(multiplicity = "1")
    private Users users = new Users();

    @Option(names = "--requests", paramLabel = "N", description = "Lists a second (default: ${DEFAULT-VALUE}).")
    private double requests = 200;

    @Option(names = "--plays", paramLabel = "N", description = "Plays a second (default: ${DEFAULT-VALUE}).")
    private double plays = 200;

    @Option(names = "--seconds", paramLabel = "N", description = "That count (default: ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--warm-up", paramLabel = "N", description = "Seconds before these (default: ${DEFAULT-VALUE}).")
    private int warmUp = 10;

    @Option(names = "-k", paramLabel = "N", description = "Videos of a list (default: ${DEFAULT-VALUE}).")
    private int count = 20;

    @Option(
            names = "--react",
            paramLabel = "TRIALS",
            description = "Instead: so many times one play, and lists until one leaves its video out.")
    private int trials;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Who asks and what is played (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @SuppressWarnings("UnusedVariable") // By picocli, which looks for it by its annotation.
    @Option(names = "--help", usageHelp = true, description = "Prints this.")
    private boolean help;

    /** One or the other. */
    static final class Users {
        @Option(names = "--users", paramLabel = "FILE", required = true, description = "Ids of users, one a line.")
        private @Nullable Path file;

        @Option(names = "--user-range", paramLabel = "A-B", required = true, description = "Ids of users from A to B.")
        private @Nullable String range;

        private List<String> ids() {
            return file == null ? ofRange(Objects.requireNonNull(range)) : ofFile(file);
        }

        private static List<String> ofFile(Path file) {
            try {
                List<String> ids = Files.readAllLines(file).stream()
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList();
                if (ids.isEmpty() || !ids.stream().allMatch(id -> id.matches("-?\\d{1,19}"))) {
                    throw new InputException(file + ": must have the id of a user, a number, in each line");
                }
                return ids;
            } catch (IOException failure) {
                throw new InputException("--users: " + file + " cannot be read (" + failure + ")", failure);
            }
        }

        private static List<String> ofRange(String range) {
            if (!range.matches("\\d{1,9}-\\d{1,9}")) {
                throw new InputException("--user-range must be like 1-7176 but is " + range);
            }
            String[] ends = range.split("-", -1);
            List<String> ids = LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]))
                    .mapToObj(String::valueOf)
                    .toList();
            if (ids.isEmpty()) {
                throw new InputException("--user-range " + range + " ends before it begins");
            }
            return ids;
        }
    }

    private ServingLoad() {}

    public static void main(String[] args) {
        // less than a server keeps a connection that is not used, so that none is closed just as it is used again
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        System.exit(commandLine().execute(args));
    }

    /** Its exit code is 0, 1 where a call failed, or 2 for a mistake in the arguments or a server that does not answer. */
    static CommandLine commandLine() {
        return told(new ServingLoad(), "serving-load");
    }

    /** Tells a mistake without a stack trace. */
    static CommandLine told(Callable<Integer> command, String name) {
        return new CommandLine(command).setExecutionExceptionHandler((failure, line, arguments) -> {
            if (!(failure instanceof InputException)) {
                throw failure;
            }
            line.getErr().println(name + ": " + failure.getMessage());
            return ExitCode.USAGE;
        });
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!(requests > 0) || !(plays > 0) || seconds < 1 || warmUp < 0 || count < 1 || trials < 0) {
            throw new InputException(
                    "--requests, --plays, --seconds and -k must be above 0, --warm-up and --react not below");
        }
        say(Environment.description() + "\nserver:     " + url + "\n");
        try (Client client = new Client(url, count)) {
            return trials > 0 ? react(client) : load(client);
        }
    }

    private int load(Client client) throws InterruptedException {
        Load load = new Load(client, users.ids(), seed);
        load.prepare();
        Latencies lists = new Latencies();
        Latencies played = new Latencies();
        long begin = System.nanoTime();
        CompletableFuture<Long> listsLate =
                CompletableFuture.supplyAsync(() -> rate(requests).run(begin, load::list, lists), ServingLoad::start);
        CompletableFuture<Long> playsLate =
                CompletableFuture.supplyAsync(() -> rate(plays).run(begin, load::play, played), ServingLoad::start);
        long late = Math.max(listsLate.join(), playsLate.join());
        print(LatencyTable.of(
                String.format(Locale.ROOT, "%.0f lists and %.0f plays a second for %d s", requests, plays, seconds),
                List.of(new Kind("list of " + count, lists, seconds), new Kind("play", played, seconds)),
                List.of(
                        "latencies count from when a call was due, and those of errors are not among them",
                        String.format(Locale.ROOT, "this program sent a call at most %.1f ms late", late / 1e6))));
        return lists.failures().isEmpty() && played.failures().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ConstantRate rate(double perSecond) {
        return new ConstantRate(perSecond, Math.round(perSecond * warmUp), Math.round(perSecond * seconds));
    }

    private static void start(Runnable task) {
        new Thread(task, "load").start();
    }

    private int react(Client client) {
        List<String> ids = users.ids();
        Reaction.of(client, ids, Math.max(1, trials / 10), seed + 1);
        long begin = System.nanoTime();
        Reaction reaction = Reaction.of(client, ids, trials, seed);
        double took = (System.nanoTime() - begin) / 1e9;
        print(LatencyTable.of(
                "From a play to a list that knows it: " + trials + " times",
                List.of(
                        new Kind("play until acknowledged", reaction.acknowledged(), took),
                        new Kind("first list after that", reaction.nextList(), took),
                        new Kind("play until a list knows it", reaction.known(), took)),
                List.of(reaction.inFirstList() + " of " + trials + " first lists left the video out")));
        return ExitCode.OK;
    }

    private void print(ResultTable table) {
        say(new ConsoleFormat().format(table).stripTrailing());
    }

    private void say(String line) {
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        console.println(line);
        console.flush();
    }
}
