package dev.linger.pipeline.audit;

import dev.linger.data.Dataset;
import dev.linger.data.Seed;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.experiment.Session;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.Interventions;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the run with each known leak by itself, and runs the sanity checks. The data are read once, and stage one is
 * fitted again only where a leak or the moved time reaches it.
 */
public final class Audit {
    /** The honest one, one with each leak, shuffled labels and the moved time. */
    private static final int PASSES = 3 + Leak.values().length;

    private static final String SHUFFLED = "shuffled-labels";
    private static final String MOVED = "moved-time";

    private final LingerConfig config;
    private final RunContext run;
    private final RunLog log;

    private Audit(LingerConfig config, RunContext run, RunLog log) {
        this.config = config;
        this.run = run;
        this.log = log;
    }

    /** Carries out an audit; its tables are in a new folder below {@link RunRequest#out}. */
    public static AuditOutcome run(RunRequest request) {
        ResolvedConfig<LingerConfig> resolved = LingerConfig.resolve(request.config(), request.settings());
        Path data = request.data().get();
        try (Session session = Session.open(request, resolved, data, "audit-" + resolved.name(), PASSES)) {
            LoadedData loaded = session.load();
            return new Audit(session.config(), session.runOn(loaded), session.log()).run(session, loaded);
        }
    }

    private AuditOutcome run(Session session, LoadedData loaded) {
        TrialRun honest = pass("honest", loaded.dataset(), null, Interventions.HONEST);
        Map<Leak, Figures> leaky = new EnumMap<>(Leak.class);
        for (Leak leak : Leak.values()) {
            RetrievalResult known = leak.changesRetrieval() ? null : honest.retrieved();
            leaky.put(
                    leak,
                    pass(leak.label(), honest.dataset(), known, leak.interventions())
                            .figures());
        }
        List<SanityCheck> checks = checks(honest);
        session.report()
                .tables(List.of(
                        LeaksTable.of(honest.served().name(), honest.figures(), leaky), SanityChecksTable.of(checks)));
        session.record(loaded);
        long failed = checks.stream().filter(SanityCheck::failed).count();
        log.say((failed == 0 ? "No check failed" : failed + (failed == 1 ? " check" : " checks") + " FAILED")
                + "; both tables are in " + session.folder());
        return new AuditOutcome(session.folder(), failed == 0);
    }

    private List<SanityCheck> checks(TrialRun honest) {
        AuditSanityChecks checks = new AuditSanityChecks(honest);
        Seed seed = run.seed().derive("audit");
        Interventions shuffled = Interventions.ofTrainingSets(
                SHUFFLED, (trainingSets, testPlays) -> ShuffledLabels.of(trainingSets, seed));
        List<SanityCheck> all =
                new ArrayList<>(checks.shuffledLabels(pass(SHUFFLED, honest.dataset(), honest.retrieved(), shuffled)));
        log.stage("columns", counts -> {
            all.addAll(checks.futureLabel());
            all.addAll(checks.honestColumns());
            return counts.add("columns", honest.rows().columns().size());
        });
        if (MovedTime.keepsHours(honest.dataset())) {
            all.addAll(
                    checks.movedTime(pass(MOVED, MovedTime.of(honest.dataset()), null, Interventions.ofData(MOVED))));
        } else {
            all.add(AuditSanityChecks.notMoved());
        }
        return all;
    }

    private TrialRun pass(String name, Dataset dataset, @Nullable RetrievalResult known, Interventions interventions) {
        return log.stage(name, counts -> TrialRun.of(config, run, dataset, known, interventions, counts));
    }
}
