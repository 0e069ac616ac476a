package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.pipeline.config.ConfigSample.Blend;
import dev.linger.pipeline.config.ConfigSample.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that extend each other, and how two are merged. */
final class ConfigChainTest {
    @TempDir
    private Path folder;

    @Test
    void objects_merge_key_by_key_and_lists_are_replaced() {
        ConfigSample merged = variant(
                """
                {"ranker": {"base": {"parameters": {"verbosity": "1"}}}, "report": {"cutoffs": [20]}}
                """);
        assertEquals(new Blend(0.5, new Trees(31, Map.of("max_bin", "255", "verbosity", "1"))), merged.ranker());
        assertEquals(new ConfigSample.Report(List.of(20), "first", Optional.empty()), merged.report());
    }

    @Test
    void an_object_of_another_type_starts_afresh_and_of_the_same_type_does_not() {
        assertEquals(
                new Trees(3, Map.of()),
                variant("{\"ranker\": {\"type\": \"trees\", \"leaves\": 3, \"parameters\": {}}}")
                        .ranker());
        assertEquals(
                new Blend(0.25, new Trees(31, Map.of("max_bin", "255"))),
                variant("{\"ranker\": {\"type\": \"blend\", \"weight\": 0.25}}").ranker());
    }

    @Test
    void a_type_alone_may_be_written_as_a_string() {
        assertEquals(
                new ConfigSample.StageOne(),
                variant("{\"ranker\": \"stage-one\"}").ranker());
        assertEquals(
                new Blend(0.5, new ConfigSample.StageOne()),
                variant("{\"ranker\": {\"base\": \"stage-one\"}}").ranker());
        assertEquals(
                "my/plain.json:1: ranker.type must be one of blend, stage-one, trees but is \"stage-on\";"
                        + " did you mean stage-one?",
                assertThrows(InputException.class, () -> variant("{\"ranker\": \"stage-on\"}"))
                        .getMessage());
    }

    @Test
    void a_string_below_and_keys_above_are_one_block() {
        ConfigNode below = StrictJson.read("a.json", "\"trees\"", true);
        ConfigNode above = StrictJson.read("b.json", "{\"leaves\": 3}", true);
        ConfigNode.Block merged = (ConfigNode.Block) ConfigNode.merge(below, above);
        assertEquals(List.of("type", "leaves"), List.copyOf(merged.keys().keySet()));
        assertEquals(merged, ConfigNode.merge(merged, below));
    }

    @Test
    void a_file_extends_another_by_its_path_from_its_own_folder() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("base.json"), "{\"seed\": 8, \"report\": {\"title\": \"base\"}}");
        Path file = Files.writeString(
                folder.resolve("sub/top.json"), "{\"extends\": \"../base.json\", \"report\": {\"note\": \"top\"}}");
        ResolvedConfig<ConfigSample> resolved = resolve(file);
        assertEquals("top", resolved.name());
        assertEquals(8, resolved.value().seed());
        assertEquals(
                new ConfigSample.Report(List.of(5, 10), "base", Optional.of("top")),
                resolved.value().report());
    }

    @Test
    void a_file_extends_a_packaged_one_by_its_name() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.json"), "{\"extends\": \"ranker-linear\", \"training\": {\"maxRows\": 5}}");
        LingerConfig mine =
                LingerConfig.resolve(Optional.of(file.toString()), List.of()).value();
        LingerConfig linear =
                LingerConfig.resolve(Optional.of("ranker-linear"), List.of()).value();
        assertEquals(linear.ranker(), mine.ranker());
        assertEquals(5, mine.training().maxRows());
    }

    @Test
    void a_file_that_extends_null_stands_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("alone.json"), "{\"extends\": null, \"seed\": 8}");
        assertEquals(
                file + ":1: missing keys retrieve, ranker, report",
                assertThrows(InputException.class, () -> resolve(file)).getMessage());
    }

    @Test
    void a_circle_is_an_error_that_shows_it() throws IOException {
        Path a = Files.writeString(folder.resolve("a.json"), "{\n\"extends\": \"b.json\"}");
        Path b = Files.writeString(folder.resolve("b.json"), "{\"extends\": \"./a.json\"}");
        assertEquals(
                b + ":1: extends goes in a circle: " + a + " -> " + b + " -> " + a,
                assertThrows(InputException.class, () -> resolve(a)).getMessage());
    }

    @Test
    void a_base_that_there_is_not_is_an_error_with_the_line() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "{\n\"extends\": \"ranker-liner\"}");
        String message = assertThrows(InputException.class, () -> resolve(file)).getMessage();
        assertTrue(message.startsWith(file + ":2: extends: no config file ranker-liner; "), message);
        assertTrue(message.endsWith("did you mean ranker-linear?"), message);
        Path number = Files.writeString(folder.resolve("n.json"), "{\"extends\": 3}");
        assertTrue(assertThrows(InputException.class, () -> resolve(number))
                .getMessage()
                .endsWith("or null but is 3"));
    }

    @Test
    void comments_and_a_byte_order_mark_are_allowed() {
        assertEquals(
                8, variant("\uFEFF{ // of the year\n/* eight */ \"seed\": 8 }").seed());
    }

    private static ConfigSample variant(String text) {
        return ConfigSample.resolve(ConfigSample.text(), Optional.of(new ConfigText("my/plain.json", text)))
                .value();
    }

    private static ResolvedConfig<ConfigSample> resolve(Path file) {
        return ConfigSample.resolve(ConfigSample.text(), Optional.of(ConfigText.read(file)));
    }
}
