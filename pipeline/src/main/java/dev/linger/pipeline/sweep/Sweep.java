package dev.linger.pipeline.sweep;

import dev.linger.data.Dataset;
import dev.linger.data.InputException;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.comparison.RunComparison;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import dev.linger.pipeline.experiment.Session;
import dev.linger.pipeline.experiment.Stages;
import dev.linger.pipeline.protocol.Holdout;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.retrieval.RetrievalResult;
import dev.linger.pipeline.run.RunContext;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.run.StageFailure;
import dev.linger.pipeline.sweep.SweepTable.Outcome;
import dev.linger.pipeline.training.BlendSearch;
import dev.linger.pipeline.training.ValidationQuality;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tries variants one after the other, each up to its quality on the validation window; then runs the best one and the base to
 * their end, so that the test part is looked at once. What variants share is done once, and a sweep that is started again
 * goes on where it was stopped: both by what runs keep of their steps.
 */
public final class Sweep {
    private static final int KEPT_OF = 3;
    private static final int LEAST_FOR_TWO_ROUNDS = 3;
    private static final int LEAST_FOR_THREE_ROUNDS = 9;

    private final Session session;
    private final Dataset dataset;
    private final RunContext run;
    private final Goal goal;
    private final Map<SweepVariant, Outcome> outcomes = new LinkedHashMap<>();

    private Sweep(Session session, LoadedData loaded, Goal goal) {
        this.session = session;
        this.dataset = loaded.dataset();
        this.run = session.runOn(loaded);
        this.goal = goal;
    }

    /**
     * What a sweep is to find.
     *
     * @param metric by which variants are sorted, {@link ValidationQuality#QUALITY} or a column of the table
     * @param halving whether all are tried with few rows first and the best third with three times as many
     * @param tested whether the best and the base are run to their end
     */
    public record Goal(String metric, boolean halving, boolean tested) {}

    /**
     * What came of it.
     *
     * @param folder with the table
     * @param runs the base and the best variant, where they were run to their end
     * @param failed how many variants failed
     */
    public record Result(Path folder, List<Path> runs, long failed) {}

    /**
     * Carries out a sweep.
     *
     * @param request of the base
     * @param runner runs a configuration to its end and gives its folder
     * @throws InputException before anything is read, where variants are to be sorted by what is not measured
     */
    public static Result run(RunRequest request, SweepPlan plan, Goal goal, Function<RunRequest, Path> runner) {
        ResolvedConfig<LingerConfig> resolved = LingerConfig.resolve(request.config(), request.settings());
        LingerConfig base = resolved.value();
        ValidationQuality.requireName(
                goal.metric, BlendSearch.names(base.purpose(), base.evaluation().relevance()));
        Path data = request.data().get();
        int passes = plan.variants().size() + (goal.tested ? 2 : 0);
        List<SweepVariant> tested = new ArrayList<>(plan.variants().subList(0, 1));
        Path folder;
        long failed;
        try (Session session = Session.open(request, resolved, data, "sweep-" + resolved.name(), passes)) {
            LoadedData loaded = session.load();
            Sweep sweep = new Sweep(session, loaded, goal);
            sweep.tryAll(plan.variants());
            failed = sweep.outcomes.values().stream().filter(Outcome::failed).count();
            sweep.best().filter(best -> !tested.contains(best)).ifPresent(tested::add);
            session.report().tables(List.of(sweep.table()));
            session.record(loaded);
            session.log().say("The table is in " + session.folder());
            folder = session.folder();
        }
        List<Path> runs = !goal.tested
                ? List.of()
                : tested.stream()
                        .map(variant -> runner.apply(request.as(variant.config(), variant.settings())))
                        .toList();
        return new Result(folder, runs, failed);
    }

    /** The runs of a sweep side by side; of the base alone there is nothing to compare. */
    public static List<ResultTable> compared(Result result) {
        return result.runs().size() < 2 ? List.of() : RunComparison.of(result.runs());
    }

    private void tryAll(List<SweepVariant> variants) {
        List<SweepVariant> left = variants;
        for (int divisor : divisors(variants.size())) {
            for (int at = 0; at < left.size(); at++) {
                Outcome outcome = tried(left.get(at), divisor);
                outcomes.put(left.get(at), outcome);
                say(outcome, at + 1, left.size());
            }
            left = divisor == 1 ? left : bestOf(left);
        }
    }

    /** By what the rows of each round are divided. */
    private int[] divisors(int variants) {
        if (!goal.halving || variants < LEAST_FOR_TWO_ROUNDS) {
            return new int[] {1};
        }
        return variants < LEAST_FOR_THREE_ROUNDS ? new int[] {KEPT_OF, 1} : new int[] {KEPT_OF * KEPT_OF, KEPT_OF, 1};
    }

    private List<SweepVariant> bestOf(List<SweepVariant> variants) {
        List<Outcome> ofRound = SweepTable.sorted(
                variants.stream()
                        .map(variant -> Objects.requireNonNull(outcomes.get(variant)))
                        .toList(),
                goal.metric);
        return ofRound.stream()
                .filter(outcome -> !outcome.failed())
                .limit((variants.size() + KEPT_OF - 1) / KEPT_OF)
                .map(Outcome::variant)
                .toList();
    }

    private Outcome tried(SweepVariant variant, int divisor) {
        double share = 1.0 / divisor;
        try {
            LingerConfig config = config(variant, divisor);
            ValidationQuality quality = session.log().stage(variant.name(), counts -> {
                RunLog.Counts untold = RunLog.Counts.untold();
                Stages stages = new Stages(config, run);
                Holdout holdout = stages.split(dataset, untold);
                RetrievalResult retrieved = stages.retrieve(dataset, holdout, untold);
                ValidationQuality found = stages.validate(dataset, holdout, retrieved, untold);
                counts.saved(run.cache().takeSaved());
                return found;
            });
            return new Outcome(variant, quality, share, "");
        } catch (InputException | StageFailure failure) {
            return new Outcome(variant, null, share, InputException.shown(String.valueOf(failure.getMessage())));
        }
    }

    private static LingerConfig config(SweepVariant variant, int divisor) {
        LingerConfig whole =
                LingerConfig.resolve(variant.config(), variant.settings()).value();
        if (divisor == 1) {
            return whole;
        }
        SweepVariant fewer = variant.with("training.share=" + whole.training().share() / divisor);
        return LingerConfig.resolve(fewer.config(), fewer.settings()).value();
    }

    private void say(Outcome outcome, int number, int of) {
        String counted = String.format(Locale.ROOT, "  %d of %d", number, of);
        if (outcome.failed()) {
            session.log().say(counted + "  FAILED: " + outcome.failure());
            return;
        }
        List<Outcome> sorted = SweepTable.sorted(List.copyOf(outcomes.values()), goal.metric);
        session.log()
                .say(String.format(
                        Locale.ROOT,
                        "%s  %s %.4f, rank %d; the best is %.4f by %s",
                        counted,
                        goal.metric,
                        outcome.value(goal.metric),
                        sorted.indexOf(outcome) + 1,
                        sorted.get(0).value(goal.metric),
                        sorted.get(0).variant().name()));
    }

    /** The best of those that learned from all rows; empty where all failed. */
    private Optional<SweepVariant> best() {
        return SweepTable.sorted(List.copyOf(outcomes.values()), goal.metric).stream()
                .filter(outcome -> !outcome.failed())
                .map(Outcome::variant)
                .findFirst();
    }

    private ResultTable table() {
        List<String> metrics = outcomes.values().stream()
                .map(Outcome::quality)
                .filter(Objects::nonNull)
                .map(ValidationQuality::names)
                .findFirst()
                .orElseGet(List::of);
        return SweepTable.of(List.copyOf(outcomes.values()), goal.metric, metrics);
    }
}
