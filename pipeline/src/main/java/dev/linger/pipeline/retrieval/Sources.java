package dev.linger.pipeline.retrieval;

import dev.linger.data.InputException;
import dev.linger.pipeline.protocol.FitStretch;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.recommender.retrieval.FittedSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The same sources fitted to each window, less those that tell no two videos apart before the validation window, by which
 * their quotas are chosen, or before the test.
 *
 * @param beforeFit one a stretch of the fit window
 * @param notices which are left out
 */
record Sources(
        List<DatedRetriever> beforeFit,
        DatedRetriever beforeValidation,
        DatedRetriever beforeTest,
        List<String> notices) {
    /**
     * Fits the sources.
     *
     * @param chosen fitted to the rows before the validation window
     * @throws InputException where all tell no two videos apart
     */
    static Sources of(DatedRetriever chosen, RetrieverTrainer trainer, Holdout holdout) {
        List<String> notices = new ArrayList<>();
        DatedRetriever validation = telling(chosen, Holdout.users(holdout.validation()), notices);
        List<FittedSource> kept = validation.retriever().sources();
        List<DatedRetriever> fit = holdout.fit().stream()
                .map(FitStretch::before)
                .map(window -> trainer.refitted(kept, window))
                .toList();
        DatedRetriever test =
                beforeTest(trainer.refitted(kept, holdout.beforeTest()), Holdout.users(holdout.test()), notices);
        List<String> names =
                test.retriever().sources().stream().map(FittedSource::name).toList();
        return new Sources(
                fit.stream().map(all -> all.only(names)).toList(), validation.only(names), test, List.copyOf(notices));
    }

    /** The sources before the test alone, where nothing is chosen before it; as told by users before it, where nothing is tested. */
    static DatedRetriever beforeTest(RetrieverTrainer trainer, Holdout holdout, List<String> notices) {
        DatedRetriever all = trainer.fitted(RetrievalChoices.Source.of(trainer.config()), holdout.beforeTest());
        return beforeTest(all, Holdout.users(holdout.hasTest() ? holdout.test() : holdout.validation()), notices);
    }

    private static DatedRetriever beforeTest(DatedRetriever all, int[] users, List<String> notices) {
        DatedRetriever test = telling(all, users, notices);
        FittedSource fallback = test.retriever().fallback();
        if (EqualScores.of(fallback.scorer(), test.retriever().eligibility().universe(), users)) {
            notices.add(
                    "candidates.fallback scores all videos alike, so users whom a source does not know get them in the"
                            + " order of their ids; choose another, as popularity");
        }
        return test;
    }

    private static DatedRetriever telling(DatedRetriever all, int[] users, List<String> notices) {
        List<String> kept = new ArrayList<>();
        for (FittedSource source : all.retriever().sources()) {
            if (EqualScores.of(source.scorer(), all.retriever().eligibility().universe(), users)) {
                notices.add("the source " + source.name() + " is left out: it scores all videos alike");
            } else {
                kept.add(source.name());
            }
        }
        if (kept.isEmpty()) {
            throw new InputException(
                    "candidates.sources: none tells one video from another, since each scores all alike; add"
                            + " one that does, as popularity");
        }
        return all.only(kept);
    }
}
