package dev.linger.pipeline.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneNumberLinesTest {
    @TempDir
    private Path folder;

    private ResolvedConfig<LingerConfig> policy(String name, String orderers) throws IOException {
        Path file = folder.resolve(name + ".json");
        Files.writeString(file, "{\"orderers\": [" + orderers + "]}");
        return LingerConfig.resolve(Optional.of(file.toString()), List.of());
    }

    @Test
    void policies_are_on_a_line_that_differ_in_one_number() throws IOException {
        assertEquals(
                List.of(List.of("a", "b", "c"), List.of("f", "g")),
                OneNumberLines.of(List.of(
                        policy("plain", ""),
                        policy("a", "\"mmr\""),
                        policy("b", "{\"type\": \"mmr\", \"weight\": 0.5}"),
                        policy("d", "{\"type\": \"mmr\", \"places\": 5}"),
                        policy("e", "\"dpp\""),
                        policy("f", "{\"type\": \"dpp\", \"by\": \"source\"}"),
                        policy("g", "{\"type\": \"dpp\", \"by\": \"source\", \"places\": 5}"),
                        policy("c", "{\"type\": \"mmr\", \"weight\": 0}"))));
    }
}
