package dev.linger.pipeline.malformed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each variant of a configuration file is refused with one message, or is what it says. */
final class MalformedConfigTest {
    private static final int TIMES = Boolean.getBoolean("linger.slow") ? 10 : 1;

    @TempDir
    private Path folder;

    @Test
    void a_damaged_configuration_is_refused_or_is_what_it_says() throws IOException {
        ConfigTrial trial = new ConfigTrial(folder);
        Tally tally = new Tally();
        for (ConfigDamage.Variant variant : ConfigDamage.variants(trial.sound(), TIMES)) {
            tally.run(variant.kind(), variant.name(), () -> trial.of(variant.bytes()));
        }
        tally.write("config");
        assertEquals(List.of(), tally.failures());
    }
}
