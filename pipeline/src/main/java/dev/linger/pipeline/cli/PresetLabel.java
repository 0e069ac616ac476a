package dev.linger.pipeline.cli;

import dev.linger.data.NearestName;
import dev.linger.simulation.Preset;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of presets on the command line: {@code demo} for {@link Preset#DEMO}. */
final class PresetLabel implements ITypeConverter<Preset> {
    @Override
    public Preset convert(String label) {
        for (Preset preset : Preset.values()) {
            if (preset.label().equals(label)) {
                return preset;
            }
        }
        List<String> labels = Arrays.stream(Preset.values()).map(Preset::label).toList();
        throw new TypeConversionException(
                "must be one of " + String.join(", ", labels) + " but is " + label + NearestName.hint(label, labels));
    }
}
