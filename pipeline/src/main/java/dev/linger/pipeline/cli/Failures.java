package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import dev.linger.data.Printable;
import dev.linger.pipeline.run.StageFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a person reads when something fails: one message for a mistake of theirs, an apology for one of ours. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String PREFIX = "linger: ";

    private final BooleanSupplier stackTraceWanted;

    Failures(BooleanSupplier stackTraceWanted) {
        this.stackTraceWanted = stackTraceWanted;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        try {
            LocaleCheck.current().requireReadable(List.of(arguments));
        } catch (InputException damaged) {
            command.getErr().println(PREFIX + damaged.getMessage());
            return ExitCode.USAGE;
        }
        String message = mistake instanceof UnmatchedArgumentException unmatched
                ? unmatched(command, unmatched.getUnmatched().get(0))
                : mistake.getMessage();
        PrintWriter err = command.getErr();
        err.println(PREFIX + shown(message));
        err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static String unmatched(CommandLine command, String argument) {
        if (argument.startsWith("-")) {
            String option = argument.replaceFirst("=.*", "");
            return "unknown option " + option
                    + NearestName.hint(
                            option, command.getCommandSpec().optionsMap().keySet());
        }
        return command.getSubcommands().isEmpty()
                ? "unexpected argument " + argument
                : "unknown command " + argument
                        + NearestName.hint(argument, command.getSubcommands().keySet());
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult arguments) {
        Throwable failure = thrown instanceof CommandLine.ExecutionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : thrown;
        PrintWriter err = command.getErr();
        boolean mistake = failure instanceof InputException;
        if (mistake) {
            err.println(PREFIX + shown(failure.getMessage()));
        } else {
            apologize(failure, err);
        }
        if (stackTraceWanted.getAsBoolean() || !(mistake || failure instanceof StageFailure)) {
            err.print(Printable.trace(failure));
        }
        return mistake ? ExitCode.USAGE : ExitCode.SOFTWARE;
    }

    private static void apologize(Throwable failure, PrintWriter err) {
        if (failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError) {
            long heapMiB = Runtime.getRuntime().maxMemory() >> 20;
            err.println(PREFIX + "out of memory: the heap is limited to " + heapMiB
                    + " MiB; raise it, as in java -Xmx8g -jar linger.jar");
        } else {
            err.println("Sorry, something failed that should not have.");
            err.println(PREFIX + shown(failure instanceof StageFailure ? failure.getMessage() : failure.toString()));
        }
        if (failure instanceof StageFailure stage) {
            err.println("The stack trace is in " + stage.log());
        }
    }

    private static String shown(@Nullable String message) {
        return InputException.shown(String.valueOf(message));
    }
}
