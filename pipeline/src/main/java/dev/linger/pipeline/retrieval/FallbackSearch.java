package dev.linger.pipeline.retrieval;

import dev.linger.candidates.FitMemo;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.Retrieval;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.RankedList;
import dev.linger.data.config.Alternatives;
import dev.linger.pipeline.config.AutoFallback;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.config.DifferingKeys;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.pipeline.evaluation.ListMetrics;
import dev.linger.pipeline.evaluation.listwise.Ndcg;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Chooses whose order users get of whom a source knows nothing: the one whose lists have the best NDCG@10, the mean of the
 * relevance rules, on the validation window. It is measured on those whom it is for, users without an earlier play, where
 * {@value #ENOUGH} of them have something relevant there; else all users stand in for them. One that the configuration
 * names is taken and not measured.
 *
 * @param chosen the first of the best
 * @param name of the chosen one, with the keys that tell it from its other settings
 * @param trials every order that was measured
 * @param users how many users they were measured on
 * @param newUsers how many of the users with a relevant play in the validation window are new
 */
public record FallbackSearch(SourceConfig chosen, String name, List<Trial> trials, int users, int newUsers) {
    /** Fewer new users say too little. */
    public static final int ENOUGH = 50;

    private static final Ndcg NDCG = new Ndcg(10);

    public FallbackSearch {
        trials = List.copyOf(trials);
    }

    /**
     * One order and what it was worth.
     *
     * @param source name of the source
     * @param keys what tells it from the source's other settings
     * @param ndcg NDCG@10 of its lists, the mean of the relevance rules
     */
    public record Trial(String source, String keys, SourceConfig config, double ndcg) {
        private String name() {
            return keys.isEmpty() ? source : source + " " + keys;
        }
    }

    /**
     * Chooses.
     *
     * @param sources fitted to the rows before the validation window; one that is tried is not fitted again
     * @param memo what they were fitted with
     */
    static FallbackSearch of(RetrieverTrainer trainer, List<FittedSource> sources, Holdout holdout, FitMemo memo) {
        SourceConfig wanted = trainer.config().fallback();
        if (!(wanted instanceof AutoFallback auto)) {
            return given(wanted);
        }
        boolean[] hasPlays =
                holdout.beforeValidation().hasPlays(trainer.dataset().userCount());
        List<Judgments> ofNew = holdout.validation().stream()
                .map(judgments -> judgments.where((user, item) -> !hasPlays[user]))
                .toList();
        int newUsers = Holdout.users(ofNew).length;
        List<Judgments> judgments = newUsers >= ENOUGH ? ofNew : holdout.validation();
        List<Trial> trials = trials(auto, trainer, sources, holdout.beforeValidation(), judgments, memo);
        Trial best = trials.get(0);
        for (Trial trial : trials) {
            best = trial.ndcg() > best.ndcg() ? trial : best;
        }
        return new FallbackSearch(best.config(), best.name(), trials, Holdout.users(judgments).length, newUsers);
    }

    /** One that is taken and not measured. */
    static FallbackSearch given(SourceConfig wanted) {
        return new FallbackSearch(wanted, CandidatesConfig.nameOf(Alternatives.only(wanted)), List.of(), 0, 0);
    }

    private static List<Trial> trials(
            AutoFallback auto,
            RetrieverTrainer trainer,
            List<FittedSource> sources,
            TrainingWindow window,
            List<Judgments> judgments,
            FitMemo memo) {
        Eligibility eligibility = trainer.eligibility(window, memo);
        List<Trial> trials = new ArrayList<>();
        for (Alternatives<SourceConfig> order : auto.among()) {
            for (int setting = 0; setting < order.settings().size(); setting++) {
                SourceConfig config = order.settings().get(setting);
                ItemScorer scorer = trainer.withFallback(config)
                        .fallback(sources, window, memo)
                        .scorer();
                trials.add(new Trial(
                        CandidatesConfig.nameOf(order),
                        DifferingKeys.of(SourceConfig.class, order.settings(), setting),
                        config,
                        ndcg(scorer, eligibility, judgments, trainer)));
            }
        }
        return trials;
    }

    private static double ndcg(
            ItemScorer scorer, Eligibility eligibility, List<Judgments> judgments, RetrieverTrainer trainer) {
        List<RankedList> lists = new Retrieval(scorer, scorer, eligibility.universe(), eligibility.seen())
                .withFilters(eligibility.filters())
                .topItems(
                        Holdout.users(judgments),
                        NDCG.cutoff(),
                        trainer.run().workers(),
                        trainer.run().progress());
        return judgments.stream()
                .mapToDouble(
                        byRule -> ListMetrics.of(byRule, lists, List.of(NDCG)).mean(NDCG))
                .filter(mean -> !Double.isNaN(mean))
                .average()
                .orElse(0);
    }

    /** One line: what was chosen, and by whom. */
    public String line() {
        return trials.isEmpty()
                ? name + ", as the configuration says"
                : String.format(
                        Locale.ROOT,
                        "%s, the best of %d on the validation window for %s",
                        name,
                        trials.size(),
                        usersInWords());
    }

    private String usersInWords() {
        return newUsers >= ENOUGH
                ? "its " + users + " new users"
                : "all its " + users + " users, of whom "
                        + (newUsers == 0 ? "none is new" : newUsers + " are new, too few to tell by");
    }
}
