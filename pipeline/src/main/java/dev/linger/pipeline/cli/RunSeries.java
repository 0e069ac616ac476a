package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Printable;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.run.RunEstimate;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.pipeline.run.Screen;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one after the other: all are checked before the first, which may take long, and what they take is told before it. */
final class RunSeries {
    private final RunAction action;
    private final List<RunRequest> requests;

    /** @throws InputException where a configuration has a mistake */
    RunSeries(RunAction action, List<RunRequest> requests) {
        requests.forEach(RunSeries::resolved);
        this.action = action;
        this.requests = List.copyOf(requests);
    }

    /**
     * Carries them out.
     *
     * @param quiet nothing is printed
     * @return their folders
     */
    List<Path> run(PrintWriter printer, boolean quiet) {
        if (!quiet) {
            say(printer, estimate().lineOf(requests.size()));
        }
        List<Path> made = new ArrayList<>();
        for (RunRequest request : requests) {
            made.add(action.run(request));
            if (!quiet) {
                say(printer, "run " + made.size() + " of " + requests.size() + " is in " + made.get(made.size() - 1));
            }
        }
        return made;
    }

    private RunEstimate estimate() {
        return RunEstimate.ofAll(requests.stream()
                .map(request -> {
                    LingerConfig config = resolved(request);
                    return RunEstimate.of(config.data().size(request.data().get()), config, request.threads());
                })
                .toList());
    }

    private static LingerConfig resolved(RunRequest request) {
        return LingerConfig.resolve(request.config(), request.settings()).value();
    }

    private static void say(PrintWriter printer, String line) {
        Screen.folded(Printable.line(line)).forEach(printer::println);
        printer.flush();
    }
}
