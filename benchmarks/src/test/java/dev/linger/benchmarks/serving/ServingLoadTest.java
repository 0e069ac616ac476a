package dev.linger.benchmarks.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ServingLoadTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private StubServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new StubServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void a_server_that_stalls_is_charged_for_all_that_waited_and_the_rate_is_kept() {
        // of 400 lists, one each 5 ms, those due within the .5 s wait for its end: 100 of them wait .5, .495, .490 ...
        // s
        server.stallAt = 256 + 100;
        server.stallNanos = 500_000_000;
        int code = load("--requests", "200", "--plays", "20", "--seconds", "2", "--warm-up", "0");
        assertEquals(0, code, err::toString);
        List<String> lists = row("list of 20");
        assertEquals(List.of("400", "200.0"), lists.subList(0, 2));
        double p90 = Double.parseDouble(lists.get(3));
        double p99 = Double.parseDouble(lists.get(4));
        assertTrue(p90 > 250 && p90 < p99, out::toString);
        assertTrue(p99 > 450, out::toString);
        assertEquals(List.of("40", "20.0"), row("play").subList(0, 2));
        assertEquals(40, new HashSet<>(server.plays).size());
        assertTrue(server.plays.get(0).contains("\"time\":1651755982000"), () -> server.plays.get(0));
    }

    @Test
    void errors_are_counted_by_status_and_tell_in_the_exit_code() {
        server.playStatus = 429;
        assertEquals(1, load("--requests", "20", "--plays", "30", "--seconds", "1", "--warm-up", "1"));
        assertTrue(out.toString().contains("30 x status 429"), out::toString);
        assertEquals("0", row("play").get(0), out::toString);
        assertEquals(60, server.plays.size(), "those of the warm-up are sent and not counted");
    }

    @Test
    void the_time_until_a_list_knows_a_play_is_measured() {
        assertEquals(0, load("--react", "20"), err::toString);
        assertTrue(out.toString().contains("20 of 20 first lists left the video out"), out::toString);
        List<String> ids = new ArrayList<>(server.plays);
        assertEquals(22, ids.size(), "two to warm up");
    }

    @Test
    void lists_that_lag_are_asked_for_again() {
        server.lag = 3;
        assertEquals(0, load("--react", "5"), err::toString);
        assertTrue(out.toString().contains("0 of 5 first lists left the video out"), out::toString);
        server.lag = StubServer.NEVER;
        assertEquals(2, load("--react", "5"));
        assertTrue(err.toString().contains("100 lists later it is still listed"), err::toString);
    }

    @Test
    void mistakes_are_named() throws IOException {
        assertEquals(2, run("--url", server.url()));
        assertEquals(2, run("--url", server.url(), "--user-range", "7"));
        assertTrue(err.toString().contains("--user-range must be like 1-7176 but is 7"), err::toString);
        assertEquals(2, run("--url", server.url(), "--user-range", "9-7"));
        assertEquals(2, load("--requests", "0"));
        Path users = Files.writeString(folder.resolve("users"), "1\nAda\n");
        assertEquals(2, run("--url", server.url(), "--users", users.toString()));
        assertTrue(err.toString().contains("must have the id of a user, a number, in each line"), err::toString);
        server.close();
        assertEquals(2, load());
        assertTrue(err.toString().contains("does not answer ("), err::toString);
    }

    @Test
    void users_may_come_from_a_file() throws IOException {
        Path users = Files.writeString(folder.resolve("users"), "41\n\n-42 \n");
        assertEquals(0, run("--url", server.url(), "--users", users.toString(), "--react", "10"), err::toString);
        Set<Boolean> are = new HashSet<>();
        server.plays.forEach(play -> are.add(play.contains("\"user\":41,") || play.contains("\"user\":-42,")));
        assertEquals(Set.of(true), are);
    }

    private int load(String... more) {
        List<String> arguments = new ArrayList<>(List.of("--url", server.url(), "--user-range", "1-9999"));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        CommandLine command =
                ServingLoad.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    /** What stands behind the name of a call. */
    private List<String> row(String call) {
        String line = out.toString()
                .lines()
                .filter(each -> each.startsWith(call + " "))
                .findFirst()
                .orElseThrow();
        return List.of(line.substring(call.length()).strip().split(" +"));
    }
}
