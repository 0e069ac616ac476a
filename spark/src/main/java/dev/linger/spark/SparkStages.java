package dev.linger.spark;

import dev.linger.candidates.SourceConfig;
import dev.linger.candidates.WithheldPairs;
import dev.linger.candidates.als.AlsArithmetic;
import dev.linger.candidates.als.AlsModel;
import dev.linger.candidates.als.AlsStates;
import dev.linger.candidates.als.AlsTrainer;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.RankedList;
import dev.linger.data.WatchMatrix;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.pipeline.cache.CacheKey;
import dev.linger.pipeline.cache.Kept;
import dev.linger.pipeline.cache.StepCache;
import dev.linger.pipeline.cache.StepCheckpoints;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.evaluation.RelevanceRule;
import dev.linger.pipeline.experiment.RunReport;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunLog;
import dev.linger.spark.als.FactorBlock;
import dev.linger.spark.als.MllibAls;
import dev.linger.spark.als.ObservedPairs;
import dev.linger.spark.als.SparkHalfSweeps;
import dev.linger.spark.als.Withheld;
import dev.linger.spark.lists.BlockMeasure;
import dev.linger.spark.lists.CandidateOrder;
import dev.linger.spark.lists.FittedRule;
import dev.linger.spark.lists.MeasuredBlock;
import dev.linger.spark.lists.SparkTables;
import dev.linger.spark.plan.SentConfig;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.Blocks;
import dev.linger.spark.plays.Cut;
import dev.linger.spark.plays.ItemFacts;
import dev.linger.spark.plays.PlayBlock;
import dev.linger.spark.plays.PlayRanks;
import dev.linger.spark.plays.Spread;
import dev.linger.spark.rank.ClusterFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.jspecify.annotations.Nullable;

/** The stages of a run on a cluster, each one method from values to values. */
final class SparkStages {
    private final JavaSparkContext spark;
    private final LingerConfig config;
    private final SentConfig sent;
    private final SparkPlan plan;
    private final Dataset dataset;
    private final Broadcast<Withheld> withheld;
    private final RunContext run;

    /** @param dataset whose plays are spread; everything else of it stays here */
    SparkStages(JavaSparkContext spark, LingerConfig config, Dataset dataset, RunContext run) {
        this.spark = spark;
        this.config = config;
        this.sent = SentConfig.of(config);
        this.plan = SparkPlan.of(config);
        this.dataset = dataset;
        this.withheld = spark.broadcast(Withheld.of(withheld(dataset)));
        this.run = run;
    }

    private static WithheldPairs withheld(Dataset dataset) {
        WatchMatrix small = dataset.smallMatrix();
        return small == null
                ? WithheldPairs.none(dataset.userCount(), dataset.itemCount())
                : WithheldPairs.of(small.user(), small.item(), dataset.userCount(), dataset.itemCount());
    }

    /** Sends the plays that the driver has to where their users' blocks are. */
    Spread sent(int blocks) {
        Blocks users = Blocks.about(dataset.userCount(), blocks);
        Blocks items = Blocks.about(dataset.itemCount(), blocks);
        return Spread.of(spark, dataset.log(), users, items);
    }

    /** Tells how the plays are spread, and whether all machines that have some compute alike. */
    Spread spread(Spread spread, RunLog.Counts counts) {
        List<String> arithmetic = arithmetic(spread);
        if (!arithmetic.equals(List.of(AlsArithmetic.description()))) {
            counts.notice("machines compute with different arithmetic (" + AlsArithmetic.description() + " here, "
                    + String.join(", ", arithmetic)
                    + " there), so the last digits differ from those of a run on this one");
        }
        counts.add("cores", spark.defaultParallelism())
                .add("blocks of users", spread.users().count())
                .add("blocks of videos", spread.items().count());
        return spread;
    }

    /** With which arithmetic the machines compute, each kind once. */
    private static List<String> arithmetic(Spread spread) {
        return spread.plays().map(block -> AlsArithmetic.description()).distinct().collect().stream()
                .sorted()
                .toList();
    }

    /** Finds the cut, as {@link dev.linger.data.split.TimeSplit} does, and what is known of items there. */
    Cut split(Spread spread, RunLog.Counts counts) {
        long place = (long) Math.floor(spread.count() * (1 - config.split().testShare()));
        long cut = PlayRanks.at(spread.plays(), PlayRanks.byTime(), place)[0];
        int itemCount = dataset.itemCount();
        ItemFacts facts =
                spread.plays().map(block -> ItemFacts.of(block, itemCount, cut)).treeReduce(ItemFacts::plus);
        if (facts.plays() == 0) {
            throw new InputException("the log has no play before the test: "
                    + (1 - config.split().testShare())
                    + " of its rows are of one instant. Give a longer log, or another split.testShare.");
        }
        DailyStats daily = dataset.dailyStats();
        int day = InteractionLog.dayOf(cut, dataset.zone());
        boolean[] known = new boolean[itemCount];
        for (int item = 0; item < itemCount; item++) {
            known[item] = facts.playsOf()[item] > 0 || daily.latestBefore(item, day) != DailyStats.NONE;
        }
        counts.add("to learn from", facts.plays()).add("to test", spread.count() - facts.plays());
        return new Cut(cut, facts, known);
    }

    /** Fits ALS to the plays before the cut, or takes what an earlier run kept of the fit, whole or up to an iteration. */
    AlsModel fit(Spread spread, Cut cut, RunLog log, RunLog.Counts counts) {
        counts.add("iterations", plan.als().iterations());
        return fit(spread, cut.millis(), cut.facts().last(), cut.facts().plays(), log);
    }

    /**
     * Fits ALS to the plays before an instant, or takes what an earlier run kept of the fit, whole or up to an iteration.
     *
     * @param lastMillis the time of the last of them
     * @param plays how many there are
     */
    AlsModel fit(Spread spread, long millis, long lastMillis, long plays, RunLog log) {
        Object[] rows = {plays, millis, arithmetic(spread)};
        StepCache cache = run.cache();
        AlsStates states = new AlsStates(new StepCheckpoints(cache, cache.key("states", rows)), plan.als());
        CacheKey key = cache.key("fit", LingerConfig.flat(SourceConfig.class, plan.als()), Arrays.asList(rows));
        Kept<AlsModel> kept = Kept.of(AlsModel::write, from -> plan.als().read(from, dataset.tables()));
        AlsModel model = cache.get(key, kept, () -> fit(spread, millis, lastMillis, states));
        if (states.takenOver() > 0) {
            log.say("fit went on after iteration " + states.takenOver() + " of "
                    + plan.als().iterations() + ", which a run that was stopped had kept");
        }
        states.remove();
        return model;
    }

    private AlsModel fit(Spread spread, long millis, long lastMillis, AlsStates states) {
        SparkHalfSweeps.Pairs pairs = pairs(spread, millis, lastMillis);
        try (SparkHalfSweeps sweeps = new SparkHalfSweeps(spark, sent, pairs, withheld)) {
            return AlsTrainer.train(sweeps, plan.als(), run.seed(), states, run.workers(), run.progress());
        }
    }

    private SparkHalfSweeps.Pairs pairs(Spread spread, long millis, long lastMillis) {
        return new ObservedPairs(sent, dataset.zone(), millis, lastMillis, spread.users(), spread.items())
                .of(spread.plays());
    }

    /** Whether MLlib's ALS is a baseline. */
    boolean measuresMllib() {
        return MllibAls.isAsked(spark);
    }

    /** Fits MLlib's ALS to the same pairs. */
    MllibAls.Fitted mllib(Spread spread, Cut cut, RunLog.Counts counts) {
        SparkHalfSweeps.Pairs pairs = pairs(spread, cut.millis(), cut.facts().last());
        counts.add("iterations", plan.als().iterations());
        try {
            return new MllibAls(sent, spread.users(), dataset.itemCount())
                    .fit(pairs.ofUsers(), spread.items().count(), run.seed());
        } finally {
            pairs.ofUsers().unpersist();
        }
    }

    /**
     * What features are made of, counted and sent.
     *
     * @param lastDay the last day as of which rows are asked for
     */
    ClusterFeatures features(Spread spread, IntFunction<WatchQuantiles> fitted, int lastDay) {
        return ClusterFeatures.of(spark, spread, config, dataset, fitted, lastDay);
    }

    /**
     * Finds and measures lists, and writes those of what users get as they come.
     *
     * @param mllib the baseline, where there is one
     */
    List<MeasuredBlock> retrieve(
            Spread spread,
            Cut cut,
            AlsModel model,
            CandidateOrder order,
            MllibAls.@Nullable Fitted mllib,
            RunReport report,
            RunLog.Counts counts) {
        int limit = config.candidates().atMost(dataset.itemCount()).limit();
        BlockMeasure measure = new BlockMeasure(
                sent,
                rules(spread, cut),
                dataset.zone(),
                cut.millis(),
                limit,
                SparkTables.measures(config, run.seed()).depth(limit),
                spark.broadcast(model.shared()),
                mllib == null ? null : spark.broadcast(mllib.items()),
                spark.broadcast(cut.facts()),
                spark.broadcast(cut.known()),
                withheld,
                order);
        JavaPairRDD<PlayBlock, FactorBlock> users =
                spread.plays().zip(FactorBlock.spread(spark, model.userFactors(), spread.users()));
        JavaRDD<MeasuredBlock> measured = (mllib == null
                        ? users.map(block -> measure.of(block._1(), block._2(), null))
                        : users.zip(FactorBlock.spread(spark, mllib.users(), spread.users()))
                                .map(block ->
                                        measure.of(block._1()._1(), block._1()._2(), block._2())))
                .persist(StorageLevel.MEMORY_AND_DISK());
        counts.add("blocks", measured.count()); // all at once; below, one after the other is sent
        List<MeasuredBlock> briefs = new ArrayList<>();
        Stream<RankedList> lists = StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(measured.toLocalIterator(), Spliterator.ORDERED), false)
                .flatMap(block -> {
                    briefs.add(block.brief());
                    counts.add("users", block.lists().users().length);
                    return block.lists().lists().stream();
                });
        report.recommendations(dataset.users(), dataset.items(), lists.iterator());
        measured.unpersist();
        return briefs;
    }

    /** What is relevant, fitted to the plays before the cut. */
    private FittedRule[] rules(Spread spread, Cut cut) {
        List<FittedRule> rules = new ArrayList<>();
        for (RelevanceRule rule : config.evaluation().relevance()) {
            if (rule instanceof RelevanceRule.DurationDebiased debiased) {
                rules.add(FittedRule.of(debiased, spread.plays(), cut.millis()));
            } else if (rule instanceof RelevanceRule.RatioAbove above) {
                rules.add(FittedRule.of(above));
            }
        }
        return rules.toArray(FittedRule[]::new);
    }
}
