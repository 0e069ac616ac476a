package dev.linger.pipeline.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.linger.data.config.FlatRecords;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class FlatPackagedConfigsTest {
    static List<String> packaged() {
        return PackagedConfigs.names();
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void every_packaged_configuration_comes_back_from_its_lines(String name) {
        LingerConfig config = LingerConfig.resolve(Optional.of(name), List.of()).value();
        List<String> lines = FlatRecords.write(LingerConfig.class, config, LingerConfig.types());
        assertEquals(config, FlatRecords.read(LingerConfig.class, lines, LingerConfig.types()));
    }
}
