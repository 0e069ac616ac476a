package dev.linger.pipeline.fit;

import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.cache.CacheFolder;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.experiment.Loading;
import dev.linger.pipeline.experiment.Stages;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.retrieval.FallbackSearch;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.Machine;
import dev.linger.pipeline.run.NewPath;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunEstimate;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.training.Featurized;
import dev.linger.pipeline.training.LearnedColumns;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Fits a recommender to all rows of a log. Without a run to follow, choices are made on the last days of the log, as a run
 * makes them on the days before its test; then rankers learn from these days too. With one, nothing is chosen: settings,
 * quotas, fallback, rounds and weights are those of the run.
 */
public final class Fit {
    private final Loading loading;
    private final LingerConfig config;
    private final Optional<EarlierRun> like;
    private final RunLog log;
    private final RunContext run;

    private Fit(Loading loading, LingerConfig config, Optional<EarlierRun> like, RunContext run) {
        this.loading = loading;
        this.config = config;
        this.like = like;
        this.log = loading.log();
        this.run = run;
    }

    /**
     * Carries out a fit.
     *
     * @return the folder of the model
     * @throws InputException where the request, the data or the run to follow cannot be used; no model is left
     */
    public static Path run(FitRequest request) {
        RunRequest work = request.work();
        try (NewPath folder = NewPath.begin(request.model())) {
            Optional<EarlierRun> like = request.like().map(EarlierRun::read);
            ResolvedConfig<LingerConfig> resolved =
                    LingerConfig.resolve(like.map(EarlierRun::config).or(work::config), work.settings());
            LingerConfig config = fitted(resolved.value(), like);
            Path data = work.data().get();
            RunEstimate estimate = RunEstimate.of(config.data().size(data), config, work.threads());
            if (!work.ignoreEstimate()) {
                estimate.requireRoom();
            }
            config.ranker().requireTrainable();
            Consumer<String> console = work.quiet() ? line -> {} : System.out::println;
            try (Workers workers = new Workers(work.threads());
                    RunLog log = new RunLog(folder.beside(".log"), console, true)) {
                log.say(Machine.current().kernelsLine());
                log.say(estimate.line());
                RunContext run = new RunContext(new Seed(config.seed()), workers, work.progress());
                Fit fit = new Fit(new Loading(work, config, data, log), config, like, run);
                fit.into(folder, resolved);
                log.say(estimate.against(log.stages()));
                log.show(estimate.took(log.stages()));
                log.show("The model is " + request.model() + "; linger recommend --model " + request.model()
                        + " --user ID asks it");
            }
        } finally {
            work.cache().ifPresent(cache -> CacheFolder.prune(cache, CacheFolder.MOST_BYTES));
        }
        return request.model();
    }

    /** Nothing is measured against other orders; the ranker is of the members that had something to learn from. */
    private static LingerConfig fitted(LingerConfig config, Optional<EarlierRun> like) {
        LingerConfig without = config.with(config.candidates().withoutBaselines());
        return like.map(run -> without.with(run.chosen().ranker())).orElse(without);
    }

    private void into(NewPath folder, ResolvedConfig<LingerConfig> resolved) {
        LoadedData loaded = loading.load();
        RunContext cached = run.with(loading.cache(loaded));
        Recommender recommender = recommender(loaded.dataset(), cached);
        log.stage("write", cached.cache(), counts -> {
            folder.finish(path -> recommender.write(
                    path,
                    loaded.dataset().log(),
                    FitNote.of(resolved, like.map(EarlierRun::digest), loaded, recommender.config())));
            return counts.add("users", recommender.tables().userCount())
                    .add("videos", recommender.tables().itemCount());
        });
        log.show("Everything before "
                + Instant.ofEpochMilli(recommender.config().asOfMillis())
                        .atZone(recommender.tables().zone())
                        .toOffsetDateTime()
                + " was learned from");
    }

    private Recommender recommender(Dataset dataset, RunContext cached) {
        Stages stages = new Stages(config, cached);
        Holdout holdout = log.stage("split", counts -> stages.splitToTheEnd(dataset, counts));
        RetrievalResult retrieved = log.stage("retrieve", cached.cache(), counts -> like.map(
                        chosen -> stages.retrieve(dataset, holdout, chosen.choices(), counts))
                .orElseGet(() -> stages.retrieve(dataset, holdout, counts)));
        FallbackSearch fallback = retrieved.choices().fallback();
        log.say("fallback   "
                + like.map(chosen -> fallback.name() + ", as chosen in " + chosen.folder())
                        .orElseGet(fallback::line));
        Featurized rows = log.stage("featurize", cached.cache(), counts -> {
            Featurized featurized = stages.featurize(dataset, holdout, retrieved, counts);
            retrieved.letFitGo();
            return featurized;
        });
        Reranker reranker = log.stage("train", cached.cache(), counts -> like.map(
                        chosen -> retrained(stages, retrieved, rows, chosen, counts))
                .orElseGet(() -> stages.train(dataset, holdout, retrieved, rows, counts)));
        return log.stage("assemble", cached.cache(), counts -> {
            // Before the recommender is put together: its features and a replay of the rows would be in memory at once.
            LearnedColumns learned = stages.learned(retrieved, rows);
            rows.letTrainingSetsGo();
            retrieved.letLearningGo();
            return stages.recommender(dataset, holdout, retrieved, rows, reranker)
                    .with(learned.likeRequests());
        });
    }

    private static Reranker retrained(
            Stages stages, RetrievalResult retrieved, Featurized rows, EarlierRun like, RunLog.Counts counts) {
        if (!rows.ranker().equals(like.chosen().ranker())) {
            throw new InputException("a ranker of " + like.folder()
                    + " has nothing to learn from in this log, so its choices do not fit it; fit without --like");
        }
        return stages.retrain(retrieved, rows, like.ranker(), like.digest(), counts);
    }
}
