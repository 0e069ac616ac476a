package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.pipeline.ablation.Ablation;
import dev.linger.pipeline.audit.Audit;
import dev.linger.pipeline.experiment.Experiment;
import dev.linger.pipeline.run.BuildInfo;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The program: {@code linger run}, {@code linger fit}, {@code linger recommend}, {@code linger serve}, {@code linger compare}, {@code linger runs}, {@code linger export}, {@code linger cuts}, {@code linger sweep}, {@code linger rolling}, {@code linger random-rows}, {@code linger simulate}, {@code linger off-policy}, {@code linger ablate}, {@code linger audit}, {@code linger
 * generate}, {@code linger inspect}, {@code linger config} and {@code linger cache}.
 */
@Command(
        name = "linger",
        description = "A two-stage short-video recommender that learns from how long people watched.",
        mixinStandardHelpOptions = true,
        versionProvider = Linger.Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 success, 1 unexpected failure or a failed check of an audit, 2 mistake in arguments,"
                    + " configuration or data."
        })
public final class Linger implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Prints the stack trace of a failure or mistake.")
    private boolean stackTrace;

    private Linger() {}

    public static void main(String[] args) {
        Relaunch.endWithParent();
        OptionalInt ofSecond =
                Relaunch.current().second(args).map(Relaunch::run).orElse(OptionalInt.empty());
        System.exit(
                ofSecond.isPresent()
                        ? ofSecond.getAsInt()
                        : commandLine(Experiment::run).execute(args));
    }

    /** Looked for by {@link Relaunch} before there is a command line; here for its description. */
    @Option(
            names = Relaunch.OPTION,
            scope = ScopeType.INHERIT,
            description = "Stays in this process, rather than start a second one with Java's vector module.")
    void noRelaunch(boolean isGiven) {}

    /** The command line in front of what carries out a run; its {@code execute} returns the exit code. */
    public static CommandLine commandLine(RunAction run) {
        return commandLine(run, Audit::run);
    }

    static CommandLine commandLine(RunAction run, AuditAction audit) {
        Linger linger = new Linger();
        Failures failures = new Failures(() -> linger.stackTrace);
        return new CommandLine(linger)
                .addSubcommand(new RunCommand(run))
                .addSubcommand(new FitCommand())
                .addSubcommand(new RecommendCommand())
                .addSubcommand(new ServeCommand())
                .addSubcommand(new CompareCommand(run))
                .addSubcommand(new CutsCommand(run))
                .addSubcommand(new RunsCommand())
                .addSubcommand(new ExportCommand())
                .addSubcommand(new SweepCommand(run))
                .addSubcommand(new RollingCommand())
                .addSubcommand(new SimulateCommand())
                .addSubcommand(new OffPolicyCommand())
                .addSubcommand(new RandomRowsCommand())
                .addSubcommand(new AblateCommand(Ablation::run))
                .addSubcommand(new AuditCommand(audit))
                .addSubcommand(new GenerateCommand())
                .addSubcommand(new InspectCommand())
                .addSubcommand(new ConfigCommand())
                .addSubcommand(new CacheCommand())
                .addSubcommand(new DocsTablesCommand())
                .setExecutionStrategy(Linger::execute)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /** Hands errors of the virtual machine to the exception handler too, which picocli does for exceptions only. */
    private static int execute(ParseResult arguments) {
        try {
            LocaleCheck locale = LocaleCheck.current();
            locale.requireReadable(arguments.originalArgs());
            locale.requireReachable(innermost(arguments).commandSpec());
            return new RunLast().execute(arguments);
        } catch (InputException mistake) {
            throw new ExecutionException(arguments.commandSpec().commandLine(), "mistaken arguments", mistake);
        } catch (Error error) {
            throw new ExecutionException(arguments.commandSpec().commandLine(), "error in a command", error);
        }
    }

    private static ParseResult innermost(ParseResult arguments) {
        return arguments.hasSubcommand() ? innermost(arguments.subcommand()) : arguments;
    }

    /** Without a command: what commands there are. */
    @Override
    public Integer call() {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        commandLine.usage(commandLine.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            BuildInfo build = BuildInfo.current();
            return new String[] {
                "linger " + build.version() + " (revision " + build.revision() + ", Java "
                        + System.getProperty("java.version") + ")"
            };
        }
    }
}
