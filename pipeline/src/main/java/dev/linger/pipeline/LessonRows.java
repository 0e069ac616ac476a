package dev.linger.pipeline;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.data.split.TimeSplit;
import dev.linger.features.FeatureReplay;
import dev.linger.features.FeatureRows;
import dev.linger.pipeline.evaluation.Judgments;
import dev.linger.ranker.BlendConfig;
import dev.linger.ranker.Lesson;
import dev.linger.ranker.Lessons;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingSet;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the rows that rankers learn from: of the fit window to learn from, of the validation days to choose by, each with
 * a stage one that was fitted before.
 */
final class LessonRows {
    private final Replays replays;
    private final Holdout holdout;
    private final Retrieved retrieved;
    private final RunContext run;

    LessonRows(Replays replays, Holdout holdout, Retrieved retrieved, RunContext run) {
        this.replays = replays;
        this.holdout = holdout;
        this.retrieved = retrieved;
        this.run = run;
    }

    /** The rows of every lesson the ranker takes; plays always. */
    Lessons of(RankerConfig ranker) {
        WatchQuantiles quantiles = replays.sources().quantiles(replays.config().buckets());
        Map<Lesson, Lessons.Rows> rows = new EnumMap<>(Lesson.class);
        addPlays(quantiles, rows);
        if (ranker instanceof BlendConfig blend && blend.lessons().stream().anyMatch(Lesson::isOfCandidates)) {
            addCandidates(blend.negatives(), quantiles, rows);
        }
        rows.keySet()
                .removeIf(lesson -> lesson != Lesson.PLAYS && !ranker.lessons().contains(lesson));
        return new Lessons(rows);
    }

    private void addPlays(WatchQuantiles quantiles, Map<Lesson, Lessons.Rows> rows) {
        TimeSplit split = holdout.split();
        LoggedPlays fit = plays(split.fitWindow(), retrieved.beforeFit());
        LoggedPlays validation = plays(split.validation(), retrieved.beforeValidation());
        FeatureReplay replay = replays.begin(retrieved.beforeFit());
        FeatureRows fitRows = replay.fill(fit.requests(), run.workers(), run.progress());
        FeatureRows validationRows = replay.fill(validation.requests(), run.workers(), run.progress());
        double cap = replays.ratioCap();
        rows.put(
                Lesson.PLAYS,
                new Lessons.Rows(
                        fit.trainingSet(fitRows, fit.cappedRatios(cap)),
                        validation.trainingSet(validationRows, validation.cappedRatios(cap))));
        rows.put(
                Lesson.DEBIASED_PLAYS,
                new Lessons.Rows(
                        fit.trainingSet(fitRows, fit.quantiles(quantiles)),
                        validation.trainingSet(validationRows, validation.quantiles(quantiles))));
    }

    /** Plays with the features that they have as of their days, labelled as those of the lesson {@link Lesson#PLAYS}. */
    TrainingSet labelled(LoggedPlays plays, StageOne stageOne) {
        FeatureRows rows = replays.begin(stageOne).fill(plays.requests(), run.workers(), run.progress());
        return plays.trainingSet(rows, plays.cappedRatios(replays.ratioCap()));
    }

    private LoggedPlays plays(InteractionLog part, StageOne stageOne) {
        return LoggedPlays.of(part, replays.dataset().userCount(), stageOne.columns(), run);
    }

    private void addCandidates(int negatives, WatchQuantiles quantiles, Map<Lesson, Lessons.Rows> rows) {
        TimeSplit split = holdout.split();
        FeatureReplay replay = replays.begin(retrieved.beforeFit());
        replay.requireKnownAtRequest();
        CandidateRows fit = candidates(retrieved.beforeFit(), holdout.fit(), split.fitWindow(), quantiles, negatives);
        CandidateRows validation = candidates(
                retrieved.beforeValidation(), holdout.validation(), split.validation(), quantiles, negatives);
        FeatureRows fitRows = fill(fit, retrieved.beforeFit(), replay);
        FeatureRows validationRows = fill(validation, retrieved.beforeValidation(), replay);
        rows.put(
                Lesson.CANDIDATES,
                new Lessons.Rows(
                        new TrainingSet(fitRows, fit.ratio(), fit.groups()),
                        new TrainingSet(validationRows, validation.ratio(), validation.groups())));
        rows.put(
                Lesson.DEBIASED_CANDIDATES,
                new Lessons.Rows(
                        new TrainingSet(fitRows, fit.quantile(), fit.groups()),
                        new TrainingSet(validationRows, validation.quantile(), validation.groups())));
    }

    private CandidateRows candidates(
            StageOne stageOne,
            List<Judgments> judgments,
            InteractionLog plays,
            WatchQuantiles quantiles,
            int negatives) {
        CandidateRows rows = CandidateRows.of(
                stageOne.candidates(Holdout.users(judgments), retrieved.union()),
                ShownPairs.of(plays, quantiles, replays.ratioCap()),
                negatives,
                run.seed().derive("candidate rows"));
        if (rows.lists().isEmpty()) {
            throw new InputException("no candidate of " + LocalDate.ofEpochDay(stageOne.asOfDay())
                    + " was shown to a user with a relevant play in the days after it, so nothing can be learned from"
                    + " candidates; raise candidates.limit, or let no member learn from them");
        }
        return rows;
    }

    private FeatureRows fill(CandidateRows rows, StageOne stageOne, FeatureReplay replay) {
        return replay.fill(
                ItemsToRank.requests(rows.lists(), stageOne.asOfDay(), stageOne.cutMillis()),
                run.workers(),
                run.progress());
    }
}
