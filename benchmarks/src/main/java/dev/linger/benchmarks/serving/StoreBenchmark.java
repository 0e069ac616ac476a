package dev.linger.benchmarks.serving;

import dev.linger.benchmarks.Environment;
import dev.linger.benchmarks.serving.LatencyTable.Kind;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.serving.store.PlayStore;
import dev.linger.serving.store.ReceivedPlay;
import dev.linger.serving.store.SqlitePlayStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many plays a second become durable, and how long a single one takes. */
@Command(
        name = "store",
        sortOptions = false,
        description = "Appends plays to a new store: in batches as fast as it takes them, then single ones at a rate.")
public final class StoreBenchmark implements Callable<Integer> {
    /** So many batches are under way at once: the store writes some while others wait. */
    private static final int UNDER_WAY = 8;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            required = true,
            description = "Where the store is to be, on the disk that is measured; it stays there.")
    private Path folder = Path.of("");

    @Option(names = "--plays", paramLabel = "N", description = "In batches (default: ${DEFAULT-VALUE}).")
    private int plays = 500_000;

    @Option(names = "--batch", paramLabel = "N", description = "Plays of a batch (default: ${DEFAULT-VALUE}).")
    private int batch = 500;

    @Option(names = "--singles", paramLabel = "N", description = "Single plays (default: ${DEFAULT-VALUE}).")
    private int singles = 6_000;

    @Option(names = "--rate", paramLabel = "N", description = "Single plays a second (default: ${DEFAULT-VALUE}).")
    private double rate = 200;

    @SuppressWarnings("UnusedVariable") // By picocli, which looks for it by its annotation.
    @Option(names = "--help", usageHelp = true, description = "Prints this.")
    private boolean help;

    private final SplittableRandom random = new SplittableRandom(1);

    private StoreBenchmark() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return ServingLoad.told(new StoreBenchmark(), "store");
    }

    @Override
    public Integer call() {
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        console.println(Environment.description() + "\n");
        Latencies batches = new Latencies();
        Latencies single = new Latencies();
        double seconds;
        try (PlayStore store = SqlitePlayStore.open(folder)) {
            long begin = System.nanoTime();
            fill(store, batches);
            seconds = (System.nanoTime() - begin) / 1e9;
            new ConstantRate(rate, Math.round(rate), singles)
                    .run(System.nanoTime(), () -> store.append(drawn(1)).thenApply(stored -> 200), single);
        }
        console.println(new ConsoleFormat()
                .format(LatencyTable.of(
                        String.format(Locale.ROOT, "%,.0f plays a second in batches of %d", plays / seconds, batch),
                        List.of(
                                new Kind("batch of " + batch, batches, seconds),
                                new Kind("single play", single, singles / rate)),
                        List.of(UNDER_WAY + " batches are under way at once; a single play is one transaction, or a"
                                + " part of one where others came meanwhile")))
                .stripTrailing());
        console.flush();
        return ExitCode.OK;
    }

    private void fill(PlayStore store, Latencies latencies) {
        List<CompletableFuture<Void>> underWay = new ArrayList<>();
        for (int appended = 0; appended < plays; appended += batch) {
            if (underWay.size() == UNDER_WAY) {
                underWay.remove(0).join();
            }
            List<ReceivedPlay> drawn = drawn(batch);
            long begin = System.nanoTime();
            underWay.add(store.append(drawn).thenAccept(stored -> latencies.answered(System.nanoTime() - begin)));
        }
        underWay.forEach(CompletableFuture::join);
    }

    /** Ids without an order in time, which are the hardest for an index. */
    private List<ReceivedPlay> drawn(int count) {
        List<ReceivedPlay> drawn = new ArrayList<>(count);
        for (int play = 0; play < count; play++) {
            String id = new UUID(random.nextLong(), random.nextLong()).toString();
            int millis = random.nextInt(60_000);
            drawn.add(new ReceivedPlay(
                    id, random.nextInt(7_176), random.nextInt(10_728), millis, 30_000, 1_700_000_000_000L + millis));
        }
        return drawn;
    }
}
