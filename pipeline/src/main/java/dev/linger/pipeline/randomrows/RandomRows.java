package dev.linger.pipeline.randomrows;

import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.InteractionLogBuilder;
import dev.linger.data.source.LoadedData;
import dev.linger.features.FeatureSource;
import dev.linger.features.StageOneCells;
import dev.linger.features.profile.StageOneFeatures;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.pipeline.ablation.AblationPlan;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.experiment.Session;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.reranking.Constants;
import dev.linger.pipeline.reranking.PlayPredictions;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.training.ObservedExamples;
import dev.linger.ranker.Ranker;
import dev.linger.ranker.RankerConfig;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Trains rankers on some rows of a log and measures them on others, both drawn at random. */
public final class RandomRows {
    private final RandomRowsRequest request;
    private final Dataset dataset;
    private final RunContext run;
    private final RowDraw drawn;
    private final double ratioCap;
    private final ReplayFactory replays;

    private RandomRows(RandomRowsRequest request, LingerConfig config, Dataset dataset, RunContext run) {
        this.request = request;
        this.dataset = dataset;
        this.run = run;
        this.drawn = RowDraw.of(dataset.log().size(), request.rows(), request.testShare(), run.seed());
        this.ratioCap = config.watch().ratioCap();
        this.replays = withoutRetrieval(config);
    }

    /**
     * Trains and measures; the table is in a new folder below {@link RunRequest#out}, which is returned.
     *
     * @throws InputException where a ranker learns from more than plays, or configurations differ in more than their rankers
     */
    public static Path run(RunRequest request, RandomRowsRequest asked) {
        List<ResolvedConfig<LingerConfig>> configs = asked.configs().stream()
                .map(config -> LingerConfig.resolve(Optional.of(config), request.settings()))
                .toList();
        configs.forEach(config -> requireSame(configs.get(0), config));
        Path data = request.data().get();
        try (Session session = Session.open(request, configs.get(0), data, "random-rows", 1)) {
            LoadedData loaded = session.load();
            RandomRows rows =
                    session.begin(() -> new RandomRows(asked, configs.get(0).value(), loaded.dataset(), session.run()));
            ResultTable table = session.log().stage("random rows", counts -> {
                counts.add("to learn from", rows.drawn.fit().length).add("to predict", rows.drawn.test().length);
                return rows.table(
                        configs.stream().map(config -> config.value().ranker()).toList());
            });
            session.report().tables(List.of(table));
            session.record(loaded);
            session.log().say("Everything is in " + session.folder() + ": tables, config.json, manifest.json, run.log");
            return session.folder();
        }
    }

    private static void requireSame(ResolvedConfig<LingerConfig> first, ResolvedConfig<LingerConfig> other) {
        if (!other.value().with(first.value().ranker()).equals(first.value())) {
            throw new InputException("--config " + other.name() + " differs from " + first.name()
                    + " in more than its ranker; only rankers are compared by random rows");
        }
        RankerConfig ranker = other.value().ranker();
        if (!ranker.trainingSets().equals(Set.of(TrainingSetKind.PLAYS)) || ranker.readsRetrievalScore()) {
            throw new InputException("--config " + other.name() + ": its ranker, " + ranker.kind()
                    + ", learns from more than plays; by random rows one that predicts single plays can be measured, such as"
                    + " ranker-lightgbm-l1, ranker-neural or ranker-mean");
        }
    }

    /** Features of plays alone: there is no instant before which sources could be fitted. */
    private ReplayFactory withoutRetrieval(LingerConfig config) {
        FeaturesConfig features = config.features()
                .withGroups(config.features().groups().stream()
                        .filter(group -> !group.name().equals(StageOneFeatures.Config.NAME))
                        .toList());
        ReplayFactory withEach =
                new ReplayFactory(dataset, dataset.log(), AblationPlan.excludingNone(features), config.watch());
        return new ReplayFactory(
                withEach.inputs(),
                AblationPlan.excludingOnly(
                                config.with(features),
                                withEach.begin(StageOneCells.SCORE_AND_RANK).columns())
                        .features(),
                config.watch());
    }

    private ResultTable table(List<RankerConfig> configs) {
        TrainingSets sets = TrainingSets.ofPlays(trainingSet(drawn.fit()), trainingSet(drawn.validation()));
        TrainingContext context =
                new TrainingContext(run.seed().derive("ranker"), run.workers().threads(), run.progress(), List.of());
        List<Ranker> rankers = new ArrayList<>();
        configs.forEach(config -> rankers.add(config.train(context, sets).refitted()));
        InteractionLog learnedFrom = part(IntStream.concat(IntStream.of(drawn.fit()), IntStream.of(drawn.validation()))
                .sorted()
                .toArray());
        rankers.addAll(Constants.fit(learnedFrom, ratioCap, run.workers()));
        ObservedExamples test = examples(drawn.test());
        double[][] scores =
                PlayPredictions.of(test.requests(), () -> replays.begin(StageOneCells.SCORE_AND_RANK), rankers, run);
        RandomRowsTable table = new RandomRowsTable(request, part(drawn.test()), test, ratioCap);
        for (int at = 0; at < scores.length; at++) {
            table.add(rankers.get(at).name(), rankers.get(at).predictsWatchRatio(), scores[at]);
        }
        return table.table(drawn);
    }

    private ObservedExamples examples(int[] rows) {
        return RowDraw.examples(dataset.log(), rows, dataset.userCount());
    }

    private TrainingSet trainingSet(int[] rows) {
        ObservedExamples examples = examples(rows);
        FeatureSource features = replays.rows(examples.requests(), run);
        return examples.trainingSet(features, examples.cappedRatios(ratioCap));
    }

    private InteractionLog part(int[] rows) {
        InteractionLog log = dataset.log();
        InteractionLogBuilder part = new InteractionLogBuilder(dataset.zone(), rows.length);
        for (int row : rows) {
            part.add(
                    log.user(row),
                    log.item(row),
                    log.playMillis(row),
                    log.durationMillis(row),
                    log.timestampMillis(row));
        }
        return part.build();
    }
}
