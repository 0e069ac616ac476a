package dev.linger.spark.lists;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SeenItems;
import dev.linger.candidates.Universe;
import dev.linger.candidates.als.AlsFactors;
import dev.linger.candidates.baseline.Popularity;
import dev.linger.candidates.baseline.PopularityConfig;
import dev.linger.candidates.union.CandidateUnion;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import dev.linger.pipeline.config.EvaluationConfig;
import dev.linger.pipeline.evaluation.ItemUniverse;
import dev.linger.pipeline.evaluation.JudgedPart;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.MeasuredPart;
import dev.linger.pipeline.evaluation.NamedLists;
import dev.linger.pipeline.evaluation.Shown;
import dev.linger.pipeline.evaluation.Systems;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.report.tables.MeasuredRetrieval;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.recommender.retrieval.Retriever;
import dev.linger.spark.als.FactorBlock;
import dev.linger.spark.als.MllibAls;
import dev.linger.spark.als.Withheld;
import dev.linger.spark.plan.SentConfig;
import dev.linger.spark.plan.SparkPlan;
import dev.linger.spark.plays.ItemFacts;
import dev.linger.spark.plays.PlayBlock;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;

/**
 * Finds and measures the lists of a block of users, by the code of a run on one machine.
 *
 * @param rules what is relevant
 * @param zone whose calendar makes the days
 * @param limit how many candidates a user gets at most
 * @param depth how many items of each list the tables look at
 * @param factors of items
 * @param mllib those of MLlib, where it is a baseline
 * @param known by item, whether it could have been shown
 * @param order of the candidates
 */
public record BlockMeasure(
        SentConfig config,
        FittedRule[] rules,
        ZoneId zone,
        long cutMillis,
        int limit,
        int depth,
        Broadcast<AlsFactors> factors,
        @Nullable Broadcast<AlsFactors> mllib,
        Broadcast<ItemFacts> facts,
        Broadcast<boolean[]> known,
        Broadcast<Withheld> withheld,
        CandidateOrder order)
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** How many items of each user's list a run tells. */
    private static final int TOLD = 100;

    private static final String FALLBACK = "fallback";

    /**
     * What the users of a block give; those of them are counted who have a relevant video after the cut.
     *
     * @param ofUsers factors of the block's users
     * @param byMllib the same of MLlib, where it is a baseline
     */
    public MeasuredBlock of(PlayBlock block, FactorBlock ofUsers, @Nullable FactorBlock byMllib) {
        InteractionLog log = block.log(zone);
        int cutRow = log.firstRowAtOrAfter(cutMillis);
        InteractionLog training = log.slice(0, cutRow);
        Eligibility eligibility = eligibility(block, training);
        List<Judgments> judged = judged(log.slice(cutRow, log.size()), eligibility);
        ItemUniverse universe =
                ItemUniverse.of(eligibility.universe()::contains, facts.value().playsOf());
        Found found = find(block, ofUsers, byMllib, eligibility, Holdout.users(judged));
        MeasuredPart[][] measured = judged.stream()
                .map(judgments -> found.systems(judgments).stream()
                        .map(system -> MeasuredPart.of(system, judgments, universe, depth)
                                .shifted(block.first()))
                        .toArray(MeasuredPart[]::new))
                .toArray(MeasuredPart[][]::new);
        return new MeasuredBlock(
                block.first(),
                hasPlays(training, block.users()),
                judged.stream()
                        .map(judgments -> JudgedPart.of(judgments).shifted(block.first()))
                        .toArray(JudgedPart[]::new),
                measured,
                TopLists.of(found.ordered().served().lists(), block.first(), TOLD));
    }

    private static boolean[] hasPlays(InteractionLog training, int users) {
        boolean[] hasPlays = new boolean[users];
        for (int row = 0; row < training.size(); row++) {
            hasPlays[training.user(row)] = true;
        }
        return hasPlays;
    }

    private Eligibility eligibility(PlayBlock block, InteractionLog training) {
        SeenItems played = SeenItems.of(PairPlays.of(training, block.users(), Workers.ofCaller()));
        boolean[] isKnown = known.value();
        return new Eligibility(
                Universe.of(isKnown.length, item -> isKnown[item]),
                played.with(withheld.value().byUser().rows(block.first(), block.first() + block.users())),
                List.of());
    }

    private List<Judgments> judged(InteractionLog test, Eligibility eligibility) {
        Shown shown = Shown.in(test, config.value().watch().skippedBelow());
        return Judgments.within(
                Arrays.stream(rules)
                        .map(rule -> Judgments.of(test, rule.relevance(), shown))
                        .toList(),
                eligibility.universe()::contains,
                eligibility.seen()::contains);
    }

    /**
     * The lists of all systems.
     *
     * @param baselines that stage one is measured against, the source last
     * @param candidates in the order of stage one
     * @param ordered the candidates as they are ordered
     */
    private record Found(List<NamedLists> baselines, NamedLists candidates, Systems ordered) {
        /** In the order of the tables: what no ranker changes, then what rankers made of it. */
        List<NamedLists> systems(Judgments judgments) {
            return Stream.concat(
                            MeasuredRetrieval.systems(baselines, candidates, judgments).stream(),
                            ordered.all().stream())
                    .toList();
        }
    }

    private Found find(
            PlayBlock block, FactorBlock ofUsers, @Nullable FactorBlock byMllib, Eligibility eligibility, int[] users) {
        SparkPlan plan = SparkPlan.of(config.value());
        FittedSource als =
                new FittedSource(plan.source(), plan.als(), factors.value().ofUsers(plan.als(), ofUsers.values()));
        Retriever retriever = new Retriever(
                List.of(als), new FittedSource(FALLBACK, new PopularityConfig(), popularity()), eligibility);
        int longest = Math.max(EvaluationConfig.LONGEST_LIST, limit);
        List<Retriever.Found> found = retriever.find(
                users, new CandidateUnion(new int[] {limit}), limit, longest, Workers.ofCaller(), Progress.SILENT);
        List<NamedLists> baselines = new ArrayList<>();
        for (String baseline : plan.baselines()) {
            baselines.add(baseline(baseline, retriever.retrieval(popularity()), users, longest));
        }
        if (mllib != null && byMllib != null) {
            ItemScorer scorer = mllib.value().ofUsers(plan.als(), byMllib.values());
            baselines.add(baseline(MllibAls.NAME, retriever.retrieval(scorer), users, longest));
        }
        baselines.add(new NamedLists(
                plan.source(),
                found.stream().map(of -> of.lists().get(0)).toList(),
                found.stream().map(of -> of.isFallback().get(0)).toList()));
        List<Boolean> ofFallback = found.stream().map(retriever::isOfFallback).toList();
        List<RankedList> byStageOne =
                found.stream().map(of -> of.candidates().byStageOne()).toList();
        return new Found(
                baselines,
                new NamedLists("candidates", byStageOne, ofFallback),
                order.of(
                                block,
                                retriever.columns().columns(),
                                found.stream().map(Retriever.Found::candidates).toList())
                        .areOfFallback(ofFallback));
    }

    private static NamedLists baseline(String name, Retrieval retrieval, int[] users, int longest) {
        Retrieval.Lists lists = retrieval.lists(users, longest, Workers.ofCaller(), Progress.SILENT);
        return new NamedLists(name, lists.all(), lists.isFallback()).ordersAlone();
    }

    private ItemScorer popularity() {
        return Popularity.of(facts.value().playsOf());
    }
}
