package dev.linger.pipeline.cli;

import dev.linger.data.Progress;
import dev.linger.pipeline.offpolicy.OffPolicy;
import dev.linger.pipeline.offpolicy.OffPolicyPlan;
import dev.linger.pipeline.run.ConsoleProgress;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "off-policy",
        sortOptions = false,
        description = "Estimates what another model would have brought, from lists that a server drew at random"
                + " (orderer plackett-luce) and what was watched of them.")
final class OffPolicyCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--served",
            required = true,
            paramLabel = "DIR",
            description = "Folder in which linger serve kept plays and impressions, MODEL.plays.")
    private @Nullable Path served;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "The target: folder that linger fit made, of plays before those lists.")
    private @Nullable Path model;

    @Option(
            names = "--places",
            paramLabel = "K",
            description = "How many first drawn places count (default: ${DEFAULT-VALUE}).")
    private int places = 3;

    @Option(
            names = "--value",
            paramLabel = "WHAT",
            description = "What counts of a play: ratio, seconds or liked (default: ${DEFAULT-VALUE}).")
    private String value = "ratio";

    @Option(
            names = "--within",
            paramLabel = "MINUTES",
            description = "A play belongs to a list that was asked for so long before it, at most (default:"
                    + " ${DEFAULT-VALUE}).")
    private double within = 60;

    @Option(
            names = "--clip",
            paramLabel = "WEIGHT",
            description = "Larger weights count as this one: less variance, and a bias (default: none).")
    private @Nullable Double clip;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of all runs; the tables are in a new folder in it (default: ${DEFAULT-VALUE}).")
    private Path out = Path.of("runs");

    @Option(names = "--quiet", description = "Prints errors only.")
    private boolean quiet;

    @Override
    public void run() {
        OffPolicyPlan plan = new OffPolicyPlan(
                Objects.requireNonNull(served),
                Objects.requireNonNull(model),
                places,
                OffPolicyPlan.Value.of(value),
                within,
                clip == null ? OptionalDouble.empty() : OptionalDouble.of(clip));
        OffPolicy.run(
                plan,
                out,
                quiet,
                quiet ? Progress.SILENT : new ConsoleProgress(System.err),
                Objects.requireNonNull(spec)
                        .root()
                        .commandLine()
                        .getParseResult()
                        .originalArgs());
    }
}
