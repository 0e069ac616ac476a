package dev.linger.pipeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.pipeline.audit.AuditOutcome;
import dev.linger.pipeline.run.RunRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditCommandTest {
    @TempDir
    private Path folder;

    private final List<RunRequest> audits = new ArrayList<>();
    private final StringWriter err = new StringWriter();

    private int execute(boolean passed, String... arguments) {
        return Linger.commandLine(run -> folder, audit -> {
                    audits.add(audit);
                    return new AuditOutcome(folder, passed);
                })
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void audit_hands_on_every_option() throws IOException {
        Files.writeString(folder.resolve("big_matrix.csv"), "");
        String[] arguments = {
            "audit",
            "--data",
            folder.toString(),
            "--config",
            "recipes/plain-als-lightgbm",
            "--set",
            "a.b=3",
            "--out",
            "o",
            "--threads",
            "3",
            "--seed",
            "-7",
            "--quiet"
        };
        assertEquals(0, execute(true, arguments), err::toString);
        RunRequest request = audits.get(0);
        assertEquals(folder, request.data().get());
        assertEquals(Optional.of("recipes/plain-als-lightgbm"), request.config());
        assertEquals(List.of("a.b=3", "seed=-7"), request.settings());
        assertEquals(Path.of("o"), request.out());
        assertEquals(3, request.threads());
        assertTrue(request.quiet());
        assertEquals(List.of(arguments), request.commandLine());
    }

    @Test
    void audit_takes_the_defaults_without_options() {
        assertEquals(0, execute(true, "audit"));
        assertEquals(Optional.empty(), audits.get(0).config());
        assertFalse(audits.get(0).quiet());
    }

    @Test
    void a_failed_check_is_exit_code_1() {
        assertEquals(1, execute(false, "audit", "--quiet"));
    }

    @Test
    void no_thread_at_all_is_a_mistake() {
        assertEquals(2, execute(true, "audit", "--threads", "0"));
        assertTrue(audits.isEmpty());
    }
}
