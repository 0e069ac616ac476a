package dev.linger.benchmarks;

import dev.linger.pipeline.report.ConsoleFormat;
import java.io.IOException;
import java.util.Collection;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs the benchmarks of kernels with the options of JMH, between the environment and a table of all repeats. */
public final class Kernels {
    private Kernels() {}

    public static void main(String[] args) throws IOException {
        try {
            run(new CommandLineOptions(args), args);
        } catch (NoBenchmarksException none) {
            fail("no benchmark matches; -l lists them");
        } catch (CommandLineOptionException | RunnerException failure) {
            fail(failure.getMessage() + "; -h lists the options");
        }
    }

    private static void run(CommandLineOptions options, String[] args) throws IOException, RunnerException {
        if (options.shouldHelp()
                || options.shouldList()
                || options.shouldListWithParams()
                || options.shouldListProfilers()
                || options.shouldListResultFormats()) {
            Main.main(args);
            return;
        }
        System.out.println(Environment.description());
        Collection<RunResult> results = new Runner(options).run();
        System.out.println("\n" + new ConsoleFormat().format(KernelTable.of(results)));
        System.out.println(Environment.description());
    }

    private static void fail(String message) {
        System.err.println("benchmarks: " + message);
        System.exit(1);
    }
}
