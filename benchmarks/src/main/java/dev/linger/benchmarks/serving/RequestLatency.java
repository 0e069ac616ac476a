package dev.linger.benchmarks.serving;

import dev.linger.benchmarks.Environment;
import dev.linger.benchmarks.serving.LatencyTable.Kind;
import dev.linger.data.Id;
import dev.linger.data.SideTables;
import dev.linger.pipeline.report.ConsoleFormat;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.live.LivePlay;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.live.LiveRequest;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How long a live recommender takes to answer, one request after the other in one thread, without a server around it. */
@Command(
        name = "requests",
        sortOptions = false,
        description = "Asks a model for the lists of users drawn at random, and for lists right after a play.")
public final class RequestLatency implements Callable<Integer> {
    private static final int VIDEOS = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--model", paramLabel = "MODEL", required = true, description = "Folder that linger fit made.")
    private Path model = Path.of("");

    @Option(names = "--requests", paramLabel = "N", description = "Of each kind (default: ${DEFAULT-VALUE}).")
    private int requests = 5_000;

    @Option(names = "--warm-up", paramLabel = "N", description = "Not counted (default: ${DEFAULT-VALUE}).")
    private int warmUp = 3_000;

    @SuppressWarnings("UnusedVariable") // By picocli, which looks for it by its annotation.
    @Option(names = "--help", usageHelp = true, description = "Prints this.")
    private boolean help;

    private final SplittableRandom random = new SplittableRandom(1);

    private RequestLatency() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return ServingLoad.told(new RequestLatency(), "requests");
    }

    @Override
    public Integer call() {
        PrintWriter console = Objects.requireNonNull(spec).commandLine().getOut();
        console.println(Environment.description() + "\n");
        long begin = System.nanoTime();
        LiveRecommender live = LiveRecommender.load(model);
        double seconds = (System.nanoTime() - begin) / 1e9;
        long now = live.fitted().config().asOfMillis();
        for (int at = 0; at < warmUp; at++) {
            live.answer(request(live, now, at % 16 == 0));
        }
        Kind lists = timed("list of " + VIDEOS, () -> live.answer(request(live, now, false)));
        Kind why = timed("list of " + VIDEOS + " with reasons", () -> live.answer(request(live, now, true)));
        Kind retrieved = timed("list in the order of retrieval", () -> live.retrieved(request(live, now, false)));
        Kind reactions = timed("play and the user's next list", () -> {
            LiveRequest next = request(live, now, false);
            live.observe(List.of(play(live, next.userId(), now)));
            live.answer(next);
        });
        console.println(new ConsoleFormat()
                .format(LatencyTable.of(
                        String.format(Locale.ROOT, "Requests in one thread; loading took %.1f s", seconds),
                        List.of(lists, why, retrieved, reactions),
                        List.of("users drawn at random; a play is of any video, watched for half of 10 s")))
                .stripTrailing());
        console.flush();
        return ExitCode.OK;
    }

    private Kind timed(String call, Runnable what) {
        Latencies latencies = new Latencies();
        long begin = System.nanoTime();
        for (int at = 0; at < requests; at++) {
            long start = System.nanoTime();
            what.run();
            latencies.answered(System.nanoTime() - start);
        }
        return new Kind(call, latencies, (System.nanoTime() - begin) / 1e9);
    }

    private LiveRequest request(LiveRecommender live, long now, boolean why) {
        SideTables tables = live.fitted().tables();
        Id user = tables.users().id(random.nextInt(tables.userCount()));
        return new LiveRequest(user, now, VIDEOS, Set.of(), why, NewVideosConfig.NONE);
    }

    private LivePlay play(LiveRecommender live, Id user, long now) {
        SideTables tables = live.fitted().tables();
        Id video = tables.items().id(random.nextInt(tables.itemCount()));
        return new LivePlay(user, video, 5_000, 10_000, now);
    }
}
