package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The tables of keys in the documentation are those of the records. */
final class ConfigurationDocTest {
    private static final Path DOCUMENT = Path.of("../docs/configuration.md");
    private static final ConfigReference REFERENCE = new ConfigReference(LingerConfig.class, LingerConfig.types());

    @Test
    void the_tables_are_those_of_the_records() throws IOException {
        String document = Files.readString(DOCUMENT);
        String filled = REFERENCE.fill(document);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, filled);
            return;
        }
        assertEquals(
                filled,
                document,
                "docs/configuration.md is stale; refresh it by mvn -pl pipeline -am test"
                        + " -Dtest=ConfigurationDocTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true");
    }

    @Test
    void every_block_at_the_top_has_a_table() throws IOException {
        assertTrue(ConfigReference.regions(Files.readString(DOCUMENT)).containsAll(REFERENCE.blocks()));
    }

    @Test
    void the_file_that_is_shown_can_be_used() throws IOException {
        Matcher shown = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
        assertTrue(shown.find());
        LingerConfig config = new StrictConfig<>(LingerConfig.class, LingerConfig.types())
                .resolve(
                        PackagedConfigs.defaults(),
                        Optional.of(new ConfigText("shown.json", shown.group(1))),
                        List.of())
                .value();
        assertEquals(1, config.evaluation().relevance().size());
    }

    @Test
    void a_block_that_there_is_not_is_named() {
        assertEquals(
                "there is no block ranker:tree; at the top there are data, watch, split, candidates, features, training,"
                        + " ranker, orderers, newVideos, evaluation",
                assertThrows(InputException.class, () -> REFERENCE.table("ranker:tree"))
                        .getMessage());
        assertThrows(InputException.class, () -> REFERENCE.table("seed"));
        assertThrows(InputException.class, () -> REFERENCE.table("ranker.members"));
    }
}
