package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackagedConfigsTest {
    @ParameterizedTest
    @ValueSource(strings = {"default", "default.json", "configs/default.json"})
    void a_packaged_config_is_found_by_its_name(String name) {
        assertEquals(PackagedConfigs.defaults(), PackagedConfigs.find(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipes/factorization-only",
                "recipes/factorization-only.json",
                "configs/recipes/factorization-only.json"
            })
    void a_recipe_is_found_by_its_path_below_the_folder(String name) {
        ConfigText found = PackagedConfigs.find(name);
        assertEquals("configs/recipes/factorization-only.json", found.origin());
        assertEquals("factorization-only", found.name());
        assertTrue(PackagedConfigs.recipes().contains("recipes/factorization-only"));
        assertFalse(PackagedConfigs.recipes().contains("default"));
    }

    @Test
    void a_recipe_without_its_folder_is_hinted_at() {
        String message = assertThrows(InputException.class, () -> PackagedConfigs.find("factorization-only"))
                .getMessage();
        assertTrue(message.endsWith("; did you mean recipes/factorization-only?"), message);
    }

    @Test
    void a_file_goes_before_a_packaged_config(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("default.json"), "{}");
        assertEquals(new ConfigText(file.toString(), "{}", Optional.of(file)), PackagedConfigs.find(file.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"defalt", "elsewhere/defalt.json"})
    void a_name_of_neither_lists_the_packaged_ones(String name) {
        List<String> packaged = PackagedConfigs.names();
        assertTrue(packaged.contains("default"));
        assertEquals(
                "no config file " + name + "; give the path of a file or one of the packaged configs: "
                        + String.join(", ", packaged) + "; did you mean default?",
                assertThrows(InputException.class, () -> PackagedConfigs.find(name))
                        .getMessage());
    }

    @Test
    void a_packaged_name_in_another_folder_is_not_taken_for_it() {
        assertThrows(InputException.class, () -> PackagedConfigs.find("elsewhere/default.json"));
    }
}
