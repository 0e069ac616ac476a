package dev.linger.pipeline.cli;

import dev.linger.data.InputException;
import dev.linger.data.Printable;
import dev.linger.pipeline.cache.CacheFolder;
import dev.linger.pipeline.cache.CacheFolder.Entry;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "cache",
        synopsisSubcommandLabel = "COMMAND",
        description = "Shows, checks and removes what runs keep of their steps for other runs on the same data.")
final class CacheCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmg]?)");

    @Spec
    private @Nullable CommandSpec spec;

    /** Which folder. */
    static final class Folder {
        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Folder of all runs, which holds the cache (default: ${DEFAULT-VALUE}).")
        private Path out = Path.of("runs");

        @Option(names = "--cache", paramLabel = "DIR", description = "The cache itself, where it is another folder.")
        private @Nullable Path cache;

        private Path path() {
            return cache == null ? out.resolve(RunOptions.CACHE) : cache;
        }
    }

    @Override
    public Integer call() {
        Objects.requireNonNull(spec).commandLine().usage(out());
        return ExitCode.OK;
    }

    @Command(name = "ls", sortOptions = false, description = "Lists the entries, those used last first.")
    int list(@Mixin Folder folder) {
        List<Entry> entries = CacheFolder.entries(folder.path());
        entries.forEach(entry -> say(line(entry)));
        say(total(entries) + " in " + folder.path());
        return ExitCode.OK;
    }

    @Command(
            name = "verify",
            sortOptions = false,
            description =
                    "Reads every entry and compares it with its digests; one that is damaged makes the exit code 1,"
                            + " and is made again by the next run that needs it.")
    int verify(@Mixin Folder folder) {
        List<Entry> entries = CacheFolder.entries(folder.path());
        List<Entry> damaged =
                entries.stream().filter(entry -> !entry.damage().isEmpty()).toList();
        damaged.forEach(entry -> say(entry.path() + " is damaged: " + entry.damage()));
        say(total(entries) + ", " + (damaged.isEmpty() ? "none" : damaged.size()) + " damaged");
        return damaged.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    @Command(
            name = "prune",
            sortOptions = false,
            description = "Removes the entries that were used longest ago. Every run does so beyond 10 GiB.")
    int prune(
            @Mixin Folder folder,
            @Option(
                            names = "--keep",
                            paramLabel = "SIZE",
                            defaultValue = "0",
                            description = "How much is kept, such as 500m or 4g (default: ${DEFAULT-VALUE}, nothing).")
                    String keep) {
        List<Entry> removed = CacheFolder.prune(folder.path(), bytes(keep));
        say("removed " + total(removed) + "; left " + total(CacheFolder.entries(folder.path())));
        return ExitCode.OK;
    }

    private static long bytes(String text) {
        Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new InputException(
                    "--keep must be a number of bytes, or one with k, m or g after it, but is " + text);
        }
        return switch (size.group(2)) {
            case "k" -> Long.parseLong(size.group(1)) << 10;
            case "m" -> Long.parseLong(size.group(1)) << 20;
            case "g" -> Long.parseLong(size.group(1)) << 30;
            default -> Long.parseLong(size.group(1));
        };
    }

    private static String line(Entry entry) {
        return String.format(
                Locale.ROOT,
                "%8.1f MiB   %s   %-22s %s",
                entry.bytes() / 1024.0 / 1024,
                entry.lastUsed().truncatedTo(ChronoUnit.SECONDS),
                entry.step(),
                entry.path().getFileName());
    }

    private static String total(List<Entry> entries) {
        return String.format(
                Locale.ROOT,
                "%,d %s, %.1f MiB",
                entries.size(),
                entries.size() == 1 ? "entry" : "entries",
                entries.stream().mapToLong(Entry::bytes).sum() / 1024.0 / 1024);
    }

    private void say(String line) {
        out().println(Printable.line(line));
        out().flush();
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }
}
