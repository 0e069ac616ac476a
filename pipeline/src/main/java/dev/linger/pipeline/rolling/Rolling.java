package dev.linger.pipeline.rolling;

import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.evaluation.PairedBootstrap;
import dev.linger.pipeline.experiment.Session;
import dev.linger.pipeline.experiment.Stages;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.protocol.TrainingWindow;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.training.Featurized;
import dev.linger.ranker.blend.Reranker;
import dev.linger.recommender.Recommender;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Replays the test part request by request, with what a run of the same configuration fits to the rows before the cut. */
public final class Rolling {
    private final LingerConfig config;
    private final Stages stages;
    private final Dataset dataset;
    private final Holdout holdout;
    private final RunContext run;
    private final RunLog log;

    private Rolling(LingerConfig config, Stages stages, Dataset dataset, Holdout holdout, RunContext run, RunLog log) {
        this.config = config;
        this.stages = stages;
        this.dataset = dataset;
        this.holdout = holdout;
        this.run = run;
        this.log = log;
    }

    /**
     * Replays, and writes the tables to a new folder below {@link RunRequest#out}, which is returned.
     *
     * @param gapMinutes after how long without a play a session begins
     * @param most how many requests are asked, drawn at random where there are more
     * @throws InputException where there is nothing to ask
     */
    public static Path run(RunRequest request, double gapMinutes, int most) {
        ResolvedConfig<LingerConfig> resolved = LingerConfig.resolve(request.config(), request.settings());
        if (resolved.value().candidates().rewatches()) {
            throw new InputException(
                    "candidates.rewatches: rolling asks for what a user plays for the first time; set it"
                            + " to false");
        }
        Path data = request.data().get();
        try (Session session = Session.open(request, resolved, data, "rolling-" + resolved.name(), 1)) {
            LoadedData loaded = session.load();
            RunContext run = session.runOn(loaded);
            Stages stages = new Stages(session.config(), run);
            Dataset dataset = loaded.dataset();
            Holdout holdout =
                    session.begin(() -> session.log().stage("split", counts -> stages.split(dataset, counts)));
            new Rolling(session.config(), stages, dataset, holdout, run, session.log())
                    .replay(session, Math.round(gapMinutes * 60_000), most);
            session.record(loaded);
            session.log().say("Everything is in " + session.folder() + ": tables, config.json, manifest.json, run.log");
            return session.folder();
        }
    }

    private void replay(Session session, long gapMillis, int most) {
        RetrievalResult retrieved =
                log.stage("retrieve", run.cache(), counts -> stages.retrieve(dataset, holdout, counts));
        RollingRequests requests = session.begin(() -> requests(retrieved, gapMillis, most));
        Featurized rows =
                log.stage("featurize", run.cache(), counts -> stages.featurize(dataset, holdout, retrieved, counts));
        Reranker reranker =
                log.stage("train", run.cache(), counts -> stages.train(dataset, holdout, retrieved, rows, counts));
        SortedMap<Integer, DatedRetriever> refits = log.stage("refit", run.cache(), counts -> {
            SortedMap<Integer, DatedRetriever> ofDays = refits(retrieved);
            counts.add("days", ofDays.size());
            return ofDays;
        });
        List<RollingAnswers> answers = log.stage("replay", counts -> {
            counts.add("requests", requests.all().size())
                    .add("plays", holdout.split().test().size());
            return answers(requests, retrieved, rows, reranker, refits);
        });
        session.report()
                .tables(new RollingTables(
                                requests,
                                holdout.rules().get(0).name(),
                                holdout.split().test().day(0),
                                new PairedBootstrap(config.evaluation().resamples(), run.seed()))
                        .of(answers));
    }

    private RollingRequests requests(RetrievalResult retrieved, long gapMillis, int most) {
        RollingRequests requests = RollingRequests.of(
                holdout.split().test(),
                holdout.rules().get(0).fit(holdout.split().training()),
                retrieved.beforeTest().retriever().eligibility(),
                gapMillis,
                most,
                run.seed());
        if (requests.all().isEmpty()) {
            throw new InputException("no session after the cut has a relevant video that a list could hold;"
                    + " lower evaluation.relevance, or give a longer log");
        }
        return requests;
    }

    /** The sources fitted to all plays before each day of the test but the first, with the settings of the run. */
    private SortedMap<Integer, DatedRetriever> refits(RetrievalResult retrieved) {
        InteractionLog all = dataset.log();
        InteractionLog test = holdout.split().test();
        SortedMap<Integer, DatedRetriever> refits = new TreeMap<>();
        for (int row = 1; row < test.size(); row++) {
            if (test.day(row) != test.day(row - 1)) {
                long midnight = LocalDate.ofEpochDay(test.day(row))
                        .atStartOfDay(dataset.zone())
                        .toInstant()
                        .toEpochMilli();
                InteractionLog before = all.slice(0, all.firstRowAtOrAfter(midnight));
                refits.put(test.day(row), stages.refit(dataset, retrieved, new TrainingWindow(before, midnight)));
            }
        }
        return refits;
    }

    private List<RollingAnswers> answers(
            RollingRequests requests,
            RetrievalResult retrieved,
            Featurized rows,
            Reranker reranker,
            SortedMap<Integer, DatedRetriever> refits) {
        List<RollingReplay> replays = new ArrayList<>();
        for (RollingSystem system : RollingSystem.EACH) {
            Recommender recommender = stages.recommender(dataset, holdout, retrieved, rows, reranker);
            replays.add(new RollingReplay(system, recommender, dataset.log(), holdout.split(), refits));
        }
        try (Progress.Task task = run.progress()
                .start(
                        "replay",
                        "requests",
                        (long) replays.size() * requests.all().size())) {
            return run.workers().map(replays.size(), at -> replays.get(at).answers(requests.all(), task));
        }
    }
}
