package dev.linger.pipeline.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.experiment.Scene;
import dev.linger.pipeline.experiment.SyntheticFolder;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.Interventions;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SanityChecks that can only pass would tell nothing: here is what makes each of them fail. */
final class AuditSanityChecksTest {
    private static final LingerConfig CONFIG = LingerConfig.resolve(
                    Optional.of(FinishedRun.SMALL.toString()),
                    List.of("candidates.sources=[\"als\", \"popularity\"]", "ranker.negatives=20"))
            .value();

    private static TrialRun honest;
    private static TrialRun leaky;

    @BeforeAll
    static void passTwice() {
        RunFolder folder = RunFolder.create(SyntheticFolder.newFolder("sanity checks"), Instant.EPOCH, "sanity checks");
        try (RunLog log = new RunLog(folder, line -> {})) {
            honest = pass(log, null, Interventions.HONEST);
            leaky = pass(log, honest.retrieved(), Leak.HISTORY_WITH_THE_ROW.interventions());
        }
    }

    private static TrialRun pass(RunLog log, @Nullable RetrievalResult known, Interventions interventions) {
        return log.stage(
                "pass",
                counts -> TrialRun.of(
                        CONFIG,
                        Scene.TWO_THREADS,
                        SyntheticFolder.read(SyntheticFolder.topics()),
                        known,
                        interventions,
                        counts));
    }

    @Test
    void a_ranker_that_learned_something_fails_where_labels_should_have_been_shuffled() {
        List<SanityCheck> checks = new AuditSanityChecks(honest).shuffledLabels(honest);
        assertTrue(checks.get(0).failed(), () -> checks.get(0).toString());
        assertTrue(checks.get(1).failed(), () -> checks.get(1).toString());
    }

    @Test
    void features_that_hold_the_label_fail_and_are_named() {
        List<SanityCheck> checks = new AuditSanityChecks(leaky).honestColumns();
        assertTrue(
                checks.stream()
                        .anyMatch(check -> check.failed() && check.check().endsWith("labels of plays")),
                checks::toString);
    }

    @Test
    void other_figures_fail_where_time_alone_should_have_moved() {
        List<SanityCheck> checks = new AuditSanityChecks(honest).movedTime(leaky);
        assertEquals(3, checks.size());
        checks.forEach(check -> assertTrue(check.failed(), check::toString));
    }

    @Test
    void the_same_run_has_no_cell_that_differs() {
        new AuditSanityChecks(honest)
                .movedTime(honest)
                .forEach(check -> assertEquals(0, check.figure(), check::toString));
    }

    @Test
    void a_column_with_the_future_label_is_refused_and_found() {
        List<SanityCheck> checks = new AuditSanityChecks(honest).futureLabel();
        assertEquals(2, checks.size());
        checks.forEach(check -> assertEquals(SanityCheck.Verdict.PASS, check.verdict(), check::toString));
        assertEquals(1, checks.get(1).figure());
    }
}
