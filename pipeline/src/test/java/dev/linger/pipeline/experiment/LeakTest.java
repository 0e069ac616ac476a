package dev.linger.pipeline.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Dataset;
import dev.linger.data.Workers;
import dev.linger.data.split.TimeSplit;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import dev.linger.features.FeatureSource;
import dev.linger.features.replay.FeaturesConfig;
import dev.linger.pipeline.audit.Leak;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.reranking.ReplayFactory;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.retrieval.RetrieverTrainer;
import dev.linger.pipeline.run.Interventions;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.training.ObservedExamples;
import dev.linger.pipeline.training.TrainingSetBuilder;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSetKind;
import dev.linger.ranker.TrainingSets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each leak changes what it says, and nothing else. */
final class LeakTest {
    private static final LingerConfig CONFIG = LingerConfig.resolve(
                    Optional.of(FinishedRun.SMALL.toString()), List.of("candidates.sources=[\"als\", \"popularity\"]"))
            .value();
    private static final Dataset DATASET = SyntheticFolder.read(SyntheticFolder.topics());
    private static final Holdout HOLDOUT = Holdout.of(
            TimeSplit.of(DATASET.log(), CONFIG.split()), CONFIG.evaluation().relevance(), 0.2, 2, Workers.ofCaller());
    private static final RetrievalResult RETRIEVED = retrieved(Scene.TWO_THREADS);
    private static final TrainingSets HONEST = trainingSets(Interventions.HONEST, RETRIEVED);

    private static TrainingSets trainingSets(Interventions interventions, RetrievalResult retrieved) {
        RunContext run = Scene.TWO_THREADS.with(interventions);
        ReplayFactory replays = new ReplayFactory(
                interventions.replayed().apply(DATASET), HOLDOUT.split().history(), CONFIG.features(), CONFIG.watch());
        TrainingSetBuilder rows = new TrainingSetBuilder(
                replays,
                HOLDOUT,
                retrieved,
                CONFIG.training(),
                CONFIG.candidates().limit(),
                run);
        DatedRetriever beforeTest = retrieved.beforeTest();
        ObservedExamples test =
                ObservedExamples.of(HOLDOUT.split().test(), DATASET.userCount(), beforeTest.columns(), run);
        return interventions.trainingSets().learned(rows.of(CONFIG.ranker()).trainingSets(), () -> rows.labelled(test));
    }

    private static RetrievalResult retrieved(RunContext run) {
        return RetrievalResult.of(new RetrieverTrainer(DATASET, CONFIG.candidates(), CONFIG.watch(), run), HOLDOUT);
    }

    private static TrainingSets leaky(Leak leak) {
        RetrievalResult retrieved =
                leak.changesRetrieval() ? retrieved(Scene.TWO_THREADS.with(leak.interventions())) : RETRIEVED;
        return trainingSets(leak.interventions(), retrieved);
    }

    @Test
    void same_day_statistics_change_columns_of_the_daily_statistics_alone() {
        Set<String> changed = changedColumns(leaky(Leak.SAME_DAY_STATISTICS));
        assertWithin(columnsOf(Set.of("daily-stats", "daily-trend")::contains), changed);
    }

    @Test
    void history_with_the_row_changes_columns_of_earlier_plays_alone() {
        Set<String> changed = changedColumns(leaky(Leak.HISTORY_WITH_THE_ROW));
        Set<String> others =
                Set.of("user-profile", "item-profile", "daily-stats", "daily-trend", "context", "stage-one");
        assertWithin(columnsOf(group -> !others.contains(group)), changed);
    }

    @Test
    void the_first_source_on_all_rows_changes_what_it_says_alone() {
        Set<String> changed = changedColumns(leaky(Leak.SOURCE_ON_ALL_ROWS));
        assertWithin(
                Set.of("stage_one_score", "stage_one_rank", "als_standing", "als_user_norm", "als_item_norm"), changed);
    }

    @Test
    void test_rows_in_the_label_window_follow_the_honest_rows_of_plays_and_change_none() {
        TrainingSets leaky = leaky(Leak.TEST_ROWS_IN_LABEL_WINDOW);
        TrainingSet honest = HONEST.of(TrainingSetKind.PLAYS).fit();
        TrainingSet plays = leaky.of(TrainingSetKind.PLAYS).fit();
        assertEquals(honest.size() + HOLDOUT.split().test().size(), plays.size());
        assertArrayEquals(
                honest.rows().all().values(),
                plays.range(0, honest.size()).rows().all().values());
        assertArrayEquals(honest.label(), Arrays.copyOf(plays.label(), honest.size()));
        assertSameCells(validation(HONEST, TrainingSetKind.PLAYS), validation(leaky, TrainingSetKind.PLAYS));
        assertSameCells(
                HONEST.of(TrainingSetKind.CANDIDATES).fit(),
                leaky.of(TrainingSetKind.CANDIDATES).fit());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEST_ROWS_IN_LABEL_WINDOW")
    void a_leak_into_features_changes_no_label_of_a_play(Leak leak) {
        TrainingSets leaky = leaky(leak);
        assertArrayEquals(
                HONEST.of(TrainingSetKind.PLAYS).fit().label(),
                leaky.of(TrainingSetKind.PLAYS).fit().label());
    }

    /** Names of the columns of plays, to fit or to validate, in which any cell differs from the honest one. */
    private static Set<String> changedColumns(TrainingSets leaky) {
        Set<String> changed = new LinkedHashSet<>();
        addChanged(
                HONEST.of(TrainingSetKind.PLAYS).fit().rows(),
                leaky.of(TrainingSetKind.PLAYS).fit().rows(),
                changed);
        addChanged(
                validation(HONEST, TrainingSetKind.PLAYS).rows(),
                validation(leaky, TrainingSetKind.PLAYS).rows(),
                changed);
        return changed;
    }

    private static void addChanged(FeatureSource honest, FeatureSource leaky, Set<String> changed) {
        FeatureRows before = honest.all();
        FeatureRows after = leaky.all();
        assertEquals(before.columns(), after.columns());
        assertArrayEquals(before.item(), after.item());
        for (int row = 0; row < before.size(); row++) {
            for (int column = 0; column < before.columns().size(); column++) {
                if (Float.compare(before.value(row, column), after.value(row, column)) != 0) {
                    changed.add(before.columns().get(column).name());
                }
            }
        }
    }

    private static Set<String> columnsOf(Predicate<String> groups) {
        FeaturesConfig config = new FeaturesConfig(
                CONFIG.features().groups().stream()
                        .filter(group -> groups.test(group.name()))
                        .toList(),
                List.of());
        ReplayFactory replays = new ReplayFactory(DATASET, HOLDOUT.split().history(), config, CONFIG.watch());
        Set<String> names = new LinkedHashSet<>();
        for (FeatureColumn column : replays.begin(RETRIEVED.beforeFit().get(0)).columns()) {
            names.add(column.name());
        }
        return names;
    }

    private static void assertWithin(Set<String> allowed, Set<String> changed) {
        assertFalse(changed.isEmpty());
        assertTrue(allowed.containsAll(changed), () -> changed + " but only " + allowed);
    }

    private static TrainingSet validation(TrainingSets trainingSets, TrainingSetKind kind) {
        return Objects.requireNonNull(trainingSets.of(kind).validation());
    }

    private static void assertSameCells(TrainingSet before, TrainingSet after) {
        assertArrayEquals(before.rows().all().values(), after.rows().all().values());
        assertArrayEquals(before.label(), after.label());
    }
}
