package dev.linger.pipeline.config;

import dev.linger.data.InputException;
import dev.linger.data.config.Alternatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The short form of many settings: {@code "grid": {"a": [1, 2], "b": [3, 4]}} stands for one setting per combination, the
 * last key changing fastest.
 */
final class SettingsGrid {
    private static final int MOST = 1_000;

    private SettingsGrid() {}

    /** The block with its grid, where it has one, written out as settings. */
    static ConfigNode.Block expanded(ConfigNode.Block block) {
        return block.get(Alternatives.GRID)
                .map(grid ->
                        block.without(Set.of(Alternatives.GRID)).with(Alternatives.SETTINGS, settings(block, grid)))
                .orElse(block);
    }

    private static ConfigNode settings(ConfigNode.Block block, ConfigNode grid) {
        block.get(Alternatives.SETTINGS).ifPresent(settings -> {
            throw refused(settings, "a block has settings or a grid of them but not both");
        });
        if (!(grid instanceof ConfigNode.Block axes) || axes.keys().isEmpty()) {
            throw refused(grid, "grid must be an object of lists, {\"key\": [...], ...}, but is " + grid.shown());
        }
        List<ConfigNode> settings = List.of(new ConfigNode.Block(grid.origin(), Map.of()));
        for (Map.Entry<String, ConfigNode> axis : axes.keys().entrySet()) {
            settings = crossed(settings, axis.getKey(), axis.getValue());
        }
        return new ConfigNode.Items(grid.origin(), settings);
    }

    private static List<ConfigNode> crossed(List<ConfigNode> settings, String key, ConfigNode values) {
        if (!(values instanceof ConfigNode.Items items) || items.elements().isEmpty()) {
            throw refused(values, "grid." + key + " must be a list of at least one value but is " + values.shown());
        }
        if ((long) settings.size() * items.elements().size() > MOST) {
            throw refused(values, "grid has more than " + MOST + " combinations");
        }
        List<ConfigNode> crossed = new ArrayList<>();
        for (ConfigNode setting : settings) {
            for (ConfigNode value : items.elements()) {
                crossed.add(((ConfigNode.Block) setting).with(key, value));
            }
        }
        return crossed;
    }

    private static InputException refused(ConfigNode node, String message) {
        return new InputException(node.origin() + ": " + message);
    }
}
