package dev.linger.pipeline.config;

import dev.linger.data.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file over those that it extends. The key {@code extends} at the top names another file, by its path from the file's
 * folder, or a packaged configuration; null is none, and without the key it is the base. Objects merge key by key, a list
 * or any other value replaces the one below, and so does an object of another {@code type}.
 */
final class ConfigChain {
    static final String KEY = "extends";

    private final ConfigText base;

    /** @param base what a file extends that does not say; itself extends nothing unless it says so */
    ConfigChain(ConfigText base) {
        this.base = base;
    }

    ConfigNode.Block read(ConfigText file) {
        return read(file, List.of());
    }

    private ConfigNode.Block read(ConfigText file, List<ConfigText> extending) {
        ConfigNode.Block own = StrictJson.readObject(file);
        List<ConfigText> chain = new ArrayList<>(extending);
        chain.add(file);
        ConfigNode.Block says = own.without(Set.of(KEY));
        Optional<ConfigText> below = below(file, own);
        below.filter(chain::contains).ifPresent(again -> {
            chain.add(again);
            String circle = chain.stream().map(ConfigText::origin).collect(Collectors.joining(" -> "));
            throw new InputException(own.get(KEY).orElse(own).origin() + ": extends goes in a circle: " + circle);
        });
        return below.map(text -> (ConfigNode.Block) ConfigNode.merge(read(text, chain), says))
                .orElse(says);
    }

    private Optional<ConfigText> below(ConfigText file, ConfigNode.Block own) {
        Optional<ConfigNode> named = own.get(KEY);
        if (named.isEmpty()) {
            return file.equals(base) ? Optional.empty() : Optional.of(base);
        }
        ConfigNode name = named.get();
        if (name.isNull()) {
            return Optional.empty();
        }
        String wanted = name.text()
                .orElseThrow(() -> new InputException(name.origin()
                        + ": extends must be the path of a file, the name of a packaged config, or null but is "
                        + name.shown()));
        try {
            return Optional.of(PackagedConfigs.find(wanted, file));
        } catch (InputException missing) {
            throw new InputException(name.origin() + ": extends: " + missing.getMessage(), missing);
        }
    }
}
