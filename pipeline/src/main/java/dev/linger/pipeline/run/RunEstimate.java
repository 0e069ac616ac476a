package dev.linger.pipeline.run;

import dev.linger.candidates.SourceConfig;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.config.Alternatives;
import dev.linger.data.source.DataSize;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.TrainingConfig;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingSetKind;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run will need, told from the numbers of rows before anything is read. Each figure is a sum of terms that grow
 * with plays, users and what is learned from; their weights were fitted to runs on 1.4 to 46 million plays on two
 * cores (docs/scale.md), and hold within about a third on data of that kind.
 *
 * @param data how many rows there are
 * @param heapMiB heap that is held at most
 * @param nativeMiB what LightGBM holds beside the heap
 * @param seconds time on the threads asked for
 * @param keys what of the configuration most of the heap is for, as keys and values; empty where it is the data
 */
public record RunEstimate(DataSize data, long heapMiB, long nativeMiB, long seconds, String keys) {
    private static final int MIB = 1 << 20;

    /** Java's own, what threads score users in, and the sample that bins are made from. */
    private static final int BASE_HEAP_MIB = 300;

    /** The collector needs more room than is alive, as for arrays that must lie in one piece. */
    private static final double COLLECTOR = 1.1;

    private static final int BASE_NATIVE_MIB = 250;

    /** The log, its pairs in two stage ones, and in the state of a replay. */
    private static final int BYTES_A_PLAY = 104;

    /** The small matrix, and its cells in the order of several systems. */
    private static final int BYTES_A_CELL = 40;

    /** A user's list of every order there is, and candidates as of two instants with what stage one says of them. */
    private static final int BYTES_A_LIST = 75_000;

    /** A candidate beyond the default limit, in the same lists. */
    private static final int BYTES_A_CANDIDATE = 400;

    private static final int USUAL_LIMIT = 300;

    /** What a source may need beyond the plays is in the other weights up to so much. */
    private static final double USUAL_BYTES_A_SOURCE = 128.0 * MIB;

    private static final int BYTES_A_LEARNED_ROW = 140;

    /** The bins of a row of the larger training set, once in the whole set and once in the part that is learned from. */
    private static final int NATIVE_BYTES_A_LEARNED_ROW = 400;

    /** Lists are made for users with a relevant play after the cut: of a sparse log about so many to a play there. */
    private static final double LISTS_A_TEST_PLAY = 1.0 / 6;

    /** Candidates of a list that were shown, about. */
    private static final int SHOWN_CANDIDATES = 40;

    private static final double BASE_SECONDS = 6;
    private static final double SECONDS_A_PLAY = 50e-6;
    private static final double SECONDS_A_LEARNED_ROW = 90e-6;

    /** Sources are fitted to the plays before an instant, on average to this share of all. */
    private static final double PLAYS_A_FIT = 0.7;

    /**
     * The estimate for a data set.
     *
     * @param threads how many work at a time; more than there are processors do not help
     */
    public static RunEstimate of(DataSize data, LingerConfig config, int threads) {
        double plays = learnedPlays(data, config);
        double learnedCandidates = learnedCandidates(data, config);
        double learned = plays + learnedCandidates;
        double lists = lists(data, config);
        double ofData = (double) BYTES_A_PLAY * data.plays()
                + (double) BYTES_A_CELL * data.smallCells()
                + BYTES_A_LIST * lists
                + BYTES_A_LEARNED_ROW * learned;
        Map<String, Double> ofKeys = ofKeys(data, config, lists, threads);
        double heap =
                ofData + ofKeys.values().stream().mapToDouble(bytes -> bytes).sum();
        double work = SECONDS_A_PLAY * data.plays() + SECONDS_A_LEARNED_ROW * learned + fitSeconds(data, config);
        int working = Math.min(threads, Runtime.getRuntime().availableProcessors());
        return new RunEstimate(
                data,
                BASE_HEAP_MIB + Math.round(COLLECTOR * heap / MIB),
                BASE_NATIVE_MIB + Math.round(NATIVE_BYTES_A_LEARNED_ROW * Math.max(plays, learnedCandidates) / MIB),
                Math.round(BASE_SECONDS + work / working),
                ofKeys.entrySet().stream()
                        .filter(entry -> entry.getValue() > ofData)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.joining(", ")));
    }

    /** Bytes of heap by the keys that ask for more than is usual. */
    private static Map<String, Double> ofKeys(DataSize data, LingerConfig config, double lists, int threads) {
        Map<String, Double> bytes = new LinkedHashMap<>();
        double limit = limit(data, config);
        if (limit > USUAL_LIMIT) {
            bytes.put(
                    "candidates.limit " + config.candidates().limit(),
                    BYTES_A_CANDIDATE * (limit - USUAL_LIMIT) * lists);
        }
        orders(config)
                .forEach(source -> bytes.put(
                        "the keys of " + CandidatesConfig.nameOf(source) + " in candidates",
                        source.settings().stream()
                                .mapToDouble(setting -> setting.heapBytes(data, threads))
                                .max()
                                .orElseThrow()));
        bytes.values().removeIf(needed -> needed <= USUAL_BYTES_A_SOURCE);
        return bytes;
    }

    private static Stream<Alternatives<SourceConfig>> orders(LingerConfig config) {
        CandidatesConfig candidates = config.candidates();
        return Stream.concat(candidates.sources().stream(), candidates.otherBaselines().stream());
    }

    /** Of one thread, for the fits of sources that take long; that several settings are tried before the validation window is not in it. */
    private static double fitSeconds(DataSize data, LingerConfig config) {
        return PLAYS_A_FIT
                * fits(config)
                * orders(config)
                        .mapToDouble(order -> order.settings().stream()
                                .mapToDouble(setting -> setting.fitSeconds(data))
                                .max()
                                .orElseThrow())
                        .sum();
    }

    /** Before each stretch, the validation window and the test; before the test alone where nothing else asks for them. */
    private static int fits(LingerConfig config) {
        boolean testAlone = !config.candidates().leavesChoices()
                && !config.features().readsRetrieval()
                && config.ranker().trainingSets().stream().noneMatch(TrainingSetKind::isOfCandidates);
        return testAlone ? 1 : config.training().stretches() + 2;
    }

    /** There are no more candidates than videos. */
    private static double limit(DataSize data, LingerConfig config) {
        return Math.min(config.candidates().limit(), data.videos());
    }

    /** Users of whom lists are made. */
    private static double lists(DataSize data, LingerConfig config) {
        return Math.min(
                (double) data.users(), LISTS_A_TEST_PLAY * config.split().testShare() * data.plays());
    }

    private static double learnedPlays(DataSize data, LingerConfig config) {
        double plays = config.split().labelShare() * (1 - config.split().testShare()) * data.plays();
        return kept(config.training(), plays);
    }

    private static double learnedCandidates(DataSize data, LingerConfig config) {
        RankerConfig ranker = config.ranker();
        return ranker.trainingSets().stream().anyMatch(TrainingSetKind::isOfCandidates)
                ? kept(
                        config.training(),
                        (1 + config.training().stretches())
                                * lists(data, config)
                                * Math.min(limit(data, config), (double) ranker.negatives() + SHOWN_CANDIDATES))
                : 0;
    }

    private static double kept(TrainingConfig training, double rows) {
        return training.share() * (training.maxRows() == 0 ? rows : Math.min(training.maxRows(), rows));
    }

    /** For several runs one after the other, of which the largest decides what is held and all take their time. */
    public static RunEstimate ofAll(List<RunEstimate> runs) {
        RunEstimate largest = Collections.max(runs, Comparator.comparingLong(RunEstimate::heapMiB));
        return new RunEstimate(
                largest.data,
                largest.heapMiB,
                runs.stream().mapToLong(RunEstimate::nativeMiB).max().orElseThrow(),
                runs.stream().mapToLong(RunEstimate::seconds).sum(),
                largest.keys);
    }

    /** The same work so many times, one after the other. */
    public RunEstimate times(int passes) {
        return new RunEstimate(data, heapMiB, nativeMiB, seconds * passes, keys);
    }

    /**
     * Checks that a log can have so many plays, and that the heap may grow large enough.
     *
     * @throws InputException where it may not
     */
    public void requireRoom() {
        requireRoom(Machine.current().maxHeapMiB());
    }

    void requireRoom(long allowedMiB) {
        if (data.plays() > InteractionLog.MOST_ROWS) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "the log has about %,d plays, and at most %,d fit into one; leave out some of the users, or the oldest"
                            + " of the plays",
                    data.plays(),
                    InteractionLog.MOST_ROWS));
        }
        if (heapMiB > allowedMiB) {
            throw new InputException("this run needs about " + gib(heapMiB) + " of heap for "
                    + rows() + (keys.isEmpty() ? "" : ", most of it for " + keys) + ", and Java may take "
                    + gib(allowedMiB) + "; start it with java -Xmx"
                    + roundedUp() + " -jar ..., or see how far it comes with --ignore-estimate");
        }
    }

    /** A heap that leaves the collector room, for -Xmx: in half gibibytes. */
    private String roundedUp() {
        long halves = Math.round(Math.ceil(heapMiB * 1.2 / 512));
        return halves % 2 == 0 ? halves / 2 + "g" : halves * 512 + "m";
    }

    /** One line: what there is and what it will take. */
    public String line() {
        return "estimate   " + rows() + ": heap " + gib(heapMiB) + " of "
                + gib(Machine.current().maxHeapMiB()) + " allowed, " + gib(nativeMiB) + " beside it, about "
                + time(seconds);
    }

    /** One line: how many runs there are, and what they take where none shares a step with another. */
    public String lineOf(int runs) {
        return runs == 1
                ? line()
                : "estimate   " + runs + " runs on " + rows() + ": at most about " + time(seconds)
                        + ", less what they share";
    }

    /** One line: what the stages of the run took, beside what was estimated. */
    public String against(List<StageRecord> stages) {
        long held = stages.stream().mapToLong(StageRecord::peakHeapMiB).max().orElse(0);
        Optional<Long> resident = stages.get(stages.size() - 1).peakResidentMiB();
        double took = stages.stream().mapToDouble(StageRecord::wholeSeconds).sum();
        return "needed     heap " + gib(held) + " (estimated " + gib(heapMiB) + ")"
                + resident.map(mib -> ", " + gib(mib) + " resident in all").orElse("") + ", "
                + time(Math.round(took)) + " (estimated " + time(seconds) + ")";
    }

    /** The same in one line of a screen. */
    public String took(List<StageRecord> stages) {
        double took = stages.stream().mapToDouble(StageRecord::seconds).sum();
        double saved = stages.stream().mapToDouble(StageRecord::savedSeconds).sum();
        return "took " + time(Math.round(took)) + (saved < 1 ? "" : " and saved " + time(Math.round(saved)))
                + " (estimated " + time(seconds) + ")"
                + stages.get(stages.size() - 1)
                        .peakResidentMiB()
                        .map(mib -> ", " + gib(mib) + " resident")
                        .orElse("");
    }

    private String rows() {
        return String.format(
                Locale.ROOT,
                "%,d plays, %,d users, %,d videos, %,d cells of the small matrix",
                data.plays(),
                data.users(),
                data.videos(),
                data.smallCells());
    }

    private static String gib(long mib) {
        return String.format(Locale.ROOT, "%.1f GiB", mib / 1024.0);
    }

    private static String time(long seconds) {
        return seconds < 100 ? seconds + " s" : String.format(Locale.ROOT, "%.1f min", seconds / 60.0);
    }
}
