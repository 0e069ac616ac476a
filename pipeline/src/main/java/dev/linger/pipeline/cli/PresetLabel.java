package dev.linger.pipeline.cli;

import dev.linger.data.NearestName;
import dev.linger.simulation.Preset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The names of presets on the command line: {@code demo} for {@link Preset#DEMO}. */
final class PresetLabel implements ITypeConverter<Preset> {
    static String of(Preset preset) {
        return preset.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Preset convert(String label) {
        for (Preset preset : Preset.values()) {
            if (of(preset).equals(label)) {
                return preset;
            }
        }
        List<String> labels =
                Arrays.stream(Preset.values()).map(PresetLabel::of).toList();
        throw new TypeConversionException(
                "must be one of " + String.join(", ", labels) + " but is " + label + NearestName.hint(label, labels));
    }
}
