package dev.linger.pipeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.pipeline.config.PackagedConfigs;
import dev.linger.pipeline.run.RunFolder;
import dev.linger.pipeline.run.RunLog;
import dev.linger.pipeline.run.RunRequest;
import dev.linger.serving.store.SqlitePlayStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line in front of actions that note what they were asked for. */
final class LingerTest {
    @TempDir
    private Path folder;

    private final List<RunRequest> runs = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... arguments) {
        return execute(runs::add, arguments);
    }

    private int execute(Consumer<RunRequest> run, String... arguments) {
        return Linger.commandLine(request -> {
                    run.accept(request);
                    return folder;
                })
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void a_file_and_a_folder_of_parquet_files_are_tables_of_plays() throws IOException {
        Path file = Files.writeString(folder.resolve("plays.csv"), "");
        Path parts = Files.createDirectory(folder.resolve("parts"));
        Files.writeString(parts.resolve("part-00000.snappy.parquet"), "");
        for (Path data : List.of(file, parts)) {
            assertEquals(0, execute("run", "--data", data.toString()), err::toString);
        }
        assertEquals(
                List.of(List.of("data.type=plays"), List.of("data.type=plays")),
                runs.stream().map(RunRequest::settings).toList());
    }

    @Test
    void an_export_goes_somewhere_and_one_that_is_there_is_left() throws IOException {
        assertEquals(2, execute("export", folder.toString()));
        assertTrue(err.toString().contains("--parquet") && err.toString().contains("--mlflow"), err::toString);
        Files.createDirectory(folder.resolve("parquet"));
        assertEquals(0, execute("export", "--parquet", folder.toString()), err::toString);
        assertTrue(out.toString().startsWith(folder.resolve("parquet") + " is there already"), out::toString);
    }

    @Test
    void an_export_is_of_runs_or_of_the_plays_of_a_server() {
        String store = folder.resolve("may.plays").toString();
        String file = folder.resolve("plays.csv").toString();
        assertEquals(2, execute("export", "--plays", store));
        assertTrue(err.toString().contains("--out=FILE"), err::toString);
        assertEquals(2, execute("export", folder.toString(), "--parquet", "--plays", store, "--out", file));
        assertTrue(err.toString().contains("mutually exclusive"), err::toString);
        assertEquals(2, execute("export", "--plays", store, "--out", file));
        assertTrue(err.toString().contains("there is no store at " + store), err::toString);
        SqlitePlayStore.open(Path.of(store)).close();
        assertEquals(0, execute("export", "--plays", store, "--out", file), err::toString);
        assertEquals(file + " has 0 plays", out.toString().strip());
    }

    @Test
    void run_hands_on_every_option() throws IOException {
        Files.writeString(folder.resolve("big_matrix.csv"), "");
        String[] arguments = {
            "run",
            "--data",
            folder.toString(),
            "--config",
            "preference",
            "--set",
            "a.b=3",
            "--set=c=x=y",
            "--out",
            "o",
            "--threads",
            "3",
            "--seed",
            "-7",
            "--no-snapshot",
            "--verbose",
            "--quiet"
        };
        assertEquals(0, execute(arguments), err::toString);
        RunRequest request = runs.get(0);
        assertEquals(folder, request.data().get());
        assertEquals(Optional.of("preference"), request.config());
        assertEquals(List.of("a.b=3", "c=x=y", "seed=-7"), request.settings());
        assertEquals(Path.of("o"), request.out());
        assertEquals(3, request.threads());
        assertEquals(Optional.empty(), request.snapshots());
        assertTrue(request.quiet());
        assertFalse(request.oneScreen());
        assertEquals(List.of(arguments), request.commandLine());
        assertEquals("", out.toString() + err);
    }

    @Test
    void the_layout_is_that_of_the_files_unless_it_is_named() throws IOException {
        Path rand = Files.createDirectory(folder.resolve("rand"));
        Files.writeString(rand.resolve("log_standard_4_08_to_4_21_1k.csv.gz"), "");
        Path plays =
                Files.writeString(Files.createDirectory(folder.resolve("own")).resolve("mine.tsv"), "");
        Path named = Files.writeString(folder.resolve("v.json"), "{ \"data\": { \"type\": \"plays\" } }");
        assertEquals(0, execute("run", "--data", rand.toString(), "--seed=1"), err::toString);
        assertEquals(0, execute("run", "--data", plays.toString(), "--map=user=who"), err::toString);
        assertEquals(0, execute("run", "--data", plays.getParent() + "", "--unit=time=s"), err::toString);
        assertEquals(0, execute("run", "--data", rand.toString(), "--set=data=kuairec"), err::toString);
        assertEquals(0, execute("run", "--data", rand.toString(), "--config", named.toString()), err::toString);
        assertEquals(
                List.of(
                        List.of("data.type=kuairand", "seed=1"),
                        List.of("data.type=plays", "data.columns.user=who"),
                        List.of("data.type=plays", "data.units.time=s"),
                        List.of("data=kuairec"),
                        List.of()),
                runs.stream().map(RunRequest::settings).toList());
        assertEquals(2, execute("run", "--data", folder.toString()));
        assertTrue(err.toString().startsWith("linger: " + folder + " holds the files of no layout"), err::toString);
    }

    @Test
    void run_without_options_takes_defaults_and_all_processors() {
        assertEquals(0, execute("run"));
        RunRequest request = runs.get(0);
        assertEquals(Optional.empty(), request.config());
        assertEquals(List.of(), request.settings());
        assertEquals(Path.of("runs"), request.out());
        assertEquals(Optional.of(Path.of("runs", "snapshots")), request.snapshots());
        assertEquals(Runtime.getRuntime().availableProcessors(), request.threads());
        assertFalse(request.quiet());
        assertTrue(request.oneScreen());
    }

    @Test
    void run_without_data_generates_the_demo_only_when_asked_for() {
        Path runsFolder = folder.resolve("runs");
        execute("run", "--quiet", "--out", runsFolder.toString());
        assertTrue(Files.notExists(runsFolder));

        Path data = runs.get(0).data().get();
        assertEquals(runsFolder.resolve("demo-data-1"), data);
        assertTrue(Files.exists(data.resolve("big_matrix.csv")));
    }

    @Test
    void compare_runs_each_configuration_with_the_same_options_and_in_silence() {
        execute(
                "compare",
                "--config",
                "default",
                "--config=ranker-linear",
                "--set",
                "split.testShare=0.3",
                "--seed",
                "-7",
                "--out",
                "o",
                "--threads",
                "3",
                "--quiet");
        assertEquals(
                List.of(Optional.of("default"), Optional.of("ranker-linear")),
                runs.stream().map(RunRequest::config).toList());
        for (RunRequest request : runs) {
            assertEquals(List.of("split.testShare=0.3", "seed=-7"), request.settings());
            assertEquals(Path.of("o"), request.out());
            assertEquals(3, request.threads());
            assertTrue(request.quiet());
        }
    }

    @Test
    void compare_without_configurations_runs_the_default_and_every_recipe() {
        execute("compare", "--quiet");
        assertEquals(
                Stream.concat(Stream.of("default"), PackagedConfigs.recipes().stream())
                        .toList(),
                runs.stream().map(request -> request.config().orElseThrow()).toList());
    }

    @Test
    void a_mistake_in_any_configuration_is_told_before_the_first_run() {
        assertEquals(2, execute("compare", "--config", "default", "--config", "ranker-liner"));
        assertTrue(err.toString().contains("did you mean ranker-linear?"), err::toString);
        assertEquals(List.of(), runs);
    }

    @Test
    void cuts_runs_each_configuration_at_each_cut_and_seed() {
        execute(
                "cuts",
                "--quiet",
                "--shares",
                "0.1,0.2",
                "--seeds",
                "7",
                "--config",
                "default",
                "--config",
                "ranker-l2");
        assertEquals(
                List.of(
                        "default split.testShare=0.1",
                        "ranker-l2 split.testShare=0.1",
                        "default split.testShare=0.2",
                        "ranker-l2 split.testShare=0.2"),
                runs.stream()
                        .map(run -> run.config().orElseThrow() + " "
                                + run.settings().get(0))
                        .toList());
        assertTrue(runs.stream().allMatch(run -> run.settings().contains("seed=7")));
    }

    @Test
    void cuts_refuses_configurations_of_one_name() {
        assertEquals(2, execute("cuts", "--config", "default", "--config", "default"));
        assertEquals(
                "linger: --config default: another configuration is called default too; give each a file name of its own",
                err.toString().strip());
        assertEquals(List.of(), runs);
    }

    @Test
    void compare_takes_run_folders_or_options_of_runs_but_not_both_and_at_least_two_runs() {
        assertEquals(2, execute("compare", "a", "b", "--config", "default"));
        assertEquals(2, execute("compare", "--config", "default"));
        assertEquals(2, execute("compare", "a"));
        assertEquals(
                List.of(
                        "linger: --config is for runs that are yet to be made, and run folders are of finished ones;"
                                + " give folders alone, or none",
                        "linger: runs are compared with each other: give --config at least twice, such as"
                                + " --config default",
                        "linger: runs are compared with each other: give at least two, but there is a"),
                err.toString().lines().toList());
    }

    @Test
    void generate_fills_a_new_folder_and_no_other() throws IOException {
        Path target = folder.resolve("new");
        assertEquals(0, execute("generate", "--preset", "topics", "--out", target.toString()), err::toString);
        assertEquals(
                "The topics data is in " + target + "; linger run --data " + target + " takes it",
                out.toString().strip());
        String users = Files.readString(target.resolve("user_features.csv"));
        assertEquals(301, users.lines().count());

        assertEquals(2, execute("generate", "--preset", "topics", "--seed", "2", "--out", target.toString()));
        assertEquals(
                "linger: cannot write data into " + target
                        + ": it exists and is not an empty directory; name another one or remove it",
                err.toString().strip());
        assertEquals(users, Files.readString(target.resolve("user_features.csv")));
    }

    @Test
    void generate_is_silent_where_asked_to_be() {
        String target = folder.resolve("new").toString();
        assertEquals(0, execute("generate", "--preset", "topics", "--quiet", "--out", target));
        assertEquals("", out.toString() + err);
    }

    @Test
    void generate_scales_kuairec_and_nothing_else() {
        String target = folder.resolve("new").toString();
        assertEquals(2, execute("generate", "--preset", "demo", "--scale", "0.5", "--out", target));
        assertEquals(2, execute("generate", "--preset", "kuairec", "--scale", "0", "--out", target));
        assertEquals(
                List.of(
                        "linger: only the preset kuairec can be scaled, but the scale is 0.5",
                        "linger: the scale must be in 0.001 .. 16.0 but is 0.0"),
                err.toString().lines().toList());
        assertTrue(Files.notExists(folder.resolve("new")));
    }

    @Test
    void inspect_puts_generated_data_beside_kuairec() throws IOException {
        String target = folder.resolve("new").toString();
        execute("generate", "--preset", "kuairec", "--scale", "0.001", "--quiet", "--out", target);
        Files.delete(Path.of(target, "kuairec_caption_category.csv")); // at this scale too many of its records are torn
        assertEquals(0, execute("inspect", "--data", target, "--quiet"), err::toString);
        assertEquals("", err.toString());
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.contains("Data: counts, as the files stand"), out::toString);
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("big_matrix +rows +12531 +12530806 +-99\\.9")),
                out::toString);
        assertTrue(lines.stream().anyMatch(line -> line.matches("big_matrix +days +28 +28 +0\\.0")), out::toString);
    }

    @Test
    void bad_units_and_columns_are_told_with_what_else_is_wrong_with_the_table() throws IOException {
        Path plays = Files.writeString(folder.resolve("plays.csv"), "who,item,play,length,ts\n1,2,5,10,1600000000\n");
        assertEquals(
                2,
                execute("inspect", "--data", plays.toString(), "--unit=play=h", "--unit=time=min", "--map=ply=play"));
        List<String> lines = err.toString().lines().toList();
        assertEquals(4, lines.size(), err::toString);
        assertTrue(
                lines.get(0).startsWith("linger: --map ply=play: there is no ply but user, item, play"), lines.get(0));
        assertEquals("--unit play=h: the play can be in auto, ms, s", lines.get(1));
        assertEquals("--unit time=min: the time can be in auto, ms, s, iso", lines.get(2));
        assertTrue(lines.get(3).startsWith("plays.csv: no column is called as the user usually is"), lines.get(3));
    }

    @Test
    void inspect_tells_what_a_table_of_plays_lacks_and_what_uses_it() throws IOException {
        Path plays = Files.writeString(
                folder.resolve("plays.csv"), "who;item;play;duration;time\n1;2;5000;10000;1600000000\n");
        assertEquals(0, execute("inspect", "--data", plays.toString(), "--map=user=who", "--quiet"), err::toString);
        List<String> lines = out.toString().lines().toList();
        for (String row : List.of(
                "plays.csv +54 +1 +1",
                "In all rows: in the data no",
                "attributes of users +user-profile",
                "upload days of videos +item-profile[+] +fresh-videos",
                "daily statistics of videos +daily-stats, daily-trend +fresh-videos",
                "fully observed matrix +[(]no dense tables[)]")) {
            assertTrue(lines.stream().anyMatch(line -> line.strip().matches(row)), row + " in " + out);
        }
    }

    @Test
    void inspecting_a_folder_that_is_not_there_is_a_mistake() {
        assertEquals(2, execute("inspect", "--data", "nowhere"));
        assertTrue(err.toString().startsWith("linger: there is no directory nowhere. Expected are "), err::toString);
    }

    @ParameterizedTest(name = "linger {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            run --thread 2       | unknown option --thread; did you mean --threads?             | run --help
            run --sede=2         | unknown option --sede; did you mean --seed?                  | run --help
            --versoin            | unknown option --versoin; did you mean --version?            | --help
            rum                  | unknown command rum; did you mean run?                       | --help
            evaluate             | unknown command evaluate                                     | --help
            run extra            | unexpected argument extra                                    | run --help
            run --threads x      | Invalid value for option '--threads': 'x' is not an int      | run --help
            run --seed 1.5       | Invalid value for option '--seed': '1.5' is not a long       | run --help
            run --set            | Missing required parameter for option '--set' (KEY=VALUE)    | run --help
            run --seed 1 --seed 2 | option '--seed' (N) should be specified only once               | run --help
            generate             | Missing required option: '--out=DIR'                         | generate --help
            generate --preset topic | Invalid value for option '--preset': must be one of topics, demo, few-levels, decades, capped, kuairec but is topic; did you mean topics? | generate --help
            inspect              | Missing required option: '--data=DIR'                        | inspect --help
            generate --scale x --out o | Invalid value for option '--scale': 'x' is not a double    | generate --help
            """)
    void a_wrong_argument_is_told_in_one_line_and_ends_in_2(String arguments, String message, String help) {
        assertEquals(2, execute(arguments.split(" ")));
        assertEquals(
                List.of("linger: " + message, "See linger " + help),
                err.toString().lines().toList());
        assertEquals("", out.toString());
    }

    @Test
    void too_few_threads_and_a_folder_that_is_not_there_end_in_2() {
        assertEquals(2, execute("run", "--threads", "0"));
        assertEquals(2, execute("run", "--data", "nowhere"));
        assertEquals(
                List.of(
                        "linger: --threads must be in 1..1024 but is 0",
                        "linger: there is no file or folder nowhere; --data names the folder that holds the data set's files,"
                                + " or a table of plays, and without it demo data is used"),
                err.toString().lines().toList());
    }

    @Test
    void a_mistake_of_the_user_is_one_message_and_ends_in_2() {
        Consumer<RunRequest> mistaken = request -> {
            throw new InputException("a.csv, line 3: no number");
        };
        assertEquals(2, execute(mistaken, "run"));
        assertEquals("linger: a.csv, line 3: no number", err.toString().strip());
    }

    @Test
    void a_message_holds_nothing_that_a_terminal_obeys_and_no_line_that_fills_it() {
        Consumer<RunRequest> mistaken = request -> {
            throw new InputException("a\u001B[31m\u009B\0\tb\nc" + "x".repeat(5000));
        };
        assertEquals(2, execute(mistaken, "run"));
        List<String> lines = err.toString().lines().toList();
        assertEquals("linger: a\\u001b[31m\\u009b\\u0000\tb", lines.get(0));
        assertEquals("c" + "x".repeat(1999) + "...", lines.get(1));
    }

    @Test
    void the_stack_trace_of_a_mistake_is_shown_on_demand() {
        Consumer<RunRequest> mistaken = request -> {
            throw new InputException("no number");
        };
        assertEquals(2, execute(mistaken, "run", "--stacktrace"));
        List<String> lines = err.toString().lines().toList();
        assertEquals("linger: no number", lines.get(0));
        assertEquals("dev.linger.data.InputException: no number", lines.get(1));
        assertTrue(lines.get(2).startsWith("\tat "), lines.get(2));
    }

    @Test
    void an_unexpected_failure_outside_of_stages_shows_its_stack_trace_and_ends_in_1() {
        Consumer<RunRequest> broken = request -> {
            throw new IllegalStateException("gram is not square");
        };
        assertEquals(1, execute(broken, "run"));
        List<String> lines = err.toString().lines().toList();
        assertEquals("Sorry, something failed that should not have.", lines.get(0));
        assertEquals("linger: java.lang.IllegalStateException: gram is not square", lines.get(1));
        assertEquals("java.lang.IllegalStateException: gram is not square", lines.get(2));
    }

    @Test
    void an_unexpected_failure_of_a_stage_tells_where_its_stack_trace_is_and_ends_in_1() {
        assertEquals(1, execute(failingIn("retrieve", new IllegalStateException("gram is not square")), "run"));
        assertEquals(
                List.of(
                        "Sorry, something failed that should not have.",
                        "linger: stage retrieve failed: java.lang.IllegalStateException: gram is not square",
                        "The stack trace is in " + folder.resolve("19700101-000000-default/run.log")),
                err.toString().lines().toList());
    }

    @Test
    void running_out_of_memory_tells_to_raise_the_heap_and_ends_in_1() {
        assertEquals(1, execute(failingIn("load", new OutOfMemoryError("Java heap space")), "run"));
        String heap = (Runtime.getRuntime().maxMemory() >> 20) + " MiB";
        String advice = "linger: out of memory: the heap is limited to " + heap
                + "; raise it, as in java -Xmx8g -jar linger.jar";
        assertEquals(advice, err.toString().lines().findFirst().orElseThrow());

        err.getBuffer().setLength(0);
        Consumer<RunRequest> outsideOfStages = request -> {
            throw new OutOfMemoryError("Java heap space");
        };
        assertEquals(1, execute(outsideOfStages, "run"));
        assertEquals(advice, err.toString().lines().findFirst().orElseThrow());
    }

    private Consumer<RunRequest> failingIn(String stage, Throwable failure) {
        return request -> {
            try (RunLog log = new RunLog(RunFolder.create(folder, Instant.EPOCH, "default"), line -> {})) {
                log.stage(stage, counts -> {
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) failure;
                });
            }
        };
    }

    @Test
    void without_a_command_the_usage_is_shown_and_the_code_is_2() {
        assertEquals(2, execute());
        assertTrue(err.toString().startsWith("Usage: linger "), err.toString());
    }

    @Test
    void help_and_version_end_in_0() {
        assertEquals(0, execute("--help"));
        assertEquals(0, execute("run", "--help"));
        assertEquals(0, execute("--version"));
        assertTrue(out.toString().contains("--set=KEY=VALUE"), out.toString());
        assertTrue(out.toString().contains("linger 0."), out.toString());
        assertEquals("", err.toString());
    }
}
