package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.pipeline.recommend.Recommendations;
import dev.linger.pipeline.run.ConsoleProgress;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "recommend",
        sortOptions = false,
        description = "Asks a fitted model for the list of a user, or of every user.")
final class RecommendCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--model",
            required = true,
            paramLabel = "MODEL",
            description = "Folder that linger fit made, or model in the folder of a run.")
    private @Nullable Path model;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private @Nullable Whose whose;

    /** Whose lists. */
    static final class Whose {
        @Option(
                names = "--user",
                paramLabel = "ID",
                description = "The user's id in the data. One who is not in it" + " gets the fallback's list.")
        private @Nullable String user;

        @Option(names = "--all", description = "Every user of the data; writes the file that --out names.")
        private boolean all;
    }

    @Option(names = "-k", paramLabel = "N", description = "How many videos a user gets (default: ${DEFAULT-VALUE}).")
    private int count = 20;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "When lists are asked for, such as 2022-05-05T21:06:22+08:00 or, in the data's time zone,"
                    + " 2022-05-06; not earlier than the end of the plays that the model knows (default: that end).")
    private @Nullable String at;

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Option(
            names = "--why",
            description = "Tells of each video the past plays that brought it in and the columns that moved it.")
    private boolean why;

    @Option(names = "--out", paramLabel = "FILE", description = "File of the lists of all users, .csv or .parquet.")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to work with; no result depends on it (default: all, ${DEFAULT-VALUE}).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--quiet", description = "Prints results that were asked for, and errors, only.")
    private boolean quiet;

    @Override
    public void run() {
        Path folder = Objects.requireNonNull(model);
        Whose asked = Objects.requireNonNull(whose);
        requireUseful(asked.all);
        PrintWriter printer = Objects.requireNonNull(spec).commandLine().getOut();
        Recommendations recommendations = Recommendations.open(folder, Optional.ofNullable(at));
        if (asked.all) {
            Progress progress = quiet ? Progress.SILENT : new ConsoleProgress(System.err);
            int users = recommendations.all(Objects.requireNonNull(out), count, threads, progress);
            if (!quiet) {
                printer.println("The lists of " + users + " users are in " + out);
            }
        } else {
            printer.print(recommendations.of(Objects.requireNonNull(asked.user), count, json, why));
        }
        printer.flush();
    }

    private void requireUseful(boolean all) {
        if (count < 1) {
            throw new InputException("-k must be >= 1 but is " + count);
        }
        WorkOptions.requireThreads(threads);
        if (all && out == null) {
            throw new InputException("--all writes a file; name it with --out, such as --out recs.csv");
        }
        if (all && (json || why)) {
            throw new InputException("--json and --why are of one list; give --user in place of --all");
        }
        if (!all && out != null) {
            throw new InputException("--out names the file of --all; one user's list is printed");
        }
    }
}
