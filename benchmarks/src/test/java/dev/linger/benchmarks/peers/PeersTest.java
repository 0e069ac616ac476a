package dev.linger.benchmarks.peers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class PeersTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void makeAJarThatIsNotRun() throws IOException {
        Files.writeString(folder.resolve("linger.jar"), "");
    }

    @Test
    void withoutPeersOurColumnStandsAlone() {
        String[] arguments = {"--scale", "0.002", "--rows", "top-64", "--repeats", "1", "--python", "no-such-python"};
        assertEquals(0, peers(arguments), err::toString);
        String printed = out.toString();
        assertTrue(printed.contains("peers:      nothing to be run by no-such-python"), printed);
        assertTrue(
                printed.lines().anyMatch(line -> line.matches("top 300 of all users.* implicit +[0-9.]+ +- +- .*")),
                printed);
        assertTrue(printed.contains("* top-64, Linger: lists 321 of 300"), printed);
        assertTrue(printed.contains("pip install implicit=="), printed);
    }

    @Test
    void mistakesAreNamed() {
        assertEquals(2, peers("--rows", "als-65"));
        assertTrue(err.toString().contains("there are load, als-64, als-128, als-exact-64"), err::toString);
        assertEquals(2, peers("--scale", "much"));
        assertTrue(err.toString().contains("--scale: \"much\" is not a number"), err::toString);
        assertEquals(2, peers("--scale", "0"));
        assertEquals(2, peers("--repeats", "0"));
        assertEquals(2, peers("--scripts", folder.toString()));
        assertTrue(err.toString().contains("there are no scripts in " + folder), err::toString);
        assertEquals(2, peers("--jar", folder.resolve("no.jar").toString()));
        assertTrue(err.toString().contains("there is no jar"), err::toString);
    }

    /** Tests run in the folder of the module. */
    private int peers(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--jar")) {
            all.addAll(List.of("--jar", folder.resolve("linger.jar").toString()));
        }
        if (!all.contains("--scripts")) {
            all.addAll(List.of("--scripts", "peers"));
        }
        CommandLine command =
                Peers.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return command.execute(all.toArray(String[]::new));
    }
}
