package dev.linger.pipeline.config;

import dev.linger.data.config.TypeRegistry;
import java.util.List;
import java.util.Optional;

/**
 * The rule by which files and single settings make one configuration: each file says what differs from the one it
 * {@code extends} ({@link ConfigChain}), each setting what differs from all before it, and what is left comes from the
 * records' own defaults ({@link Defaults}).
 */
public final class StrictConfig<R extends Record> {
    private final Class<R> root;
    private final TypeRegistry types;
    private final Defaults defaults;

    /**
     * @param root the record whose components are the keys at the top
     * @param types the records of every interface in the tree
     */
    public StrictConfig(Class<R> root, TypeRegistry types) {
        this.root = root;
        this.types = types;
        this.defaults = new Defaults(types);
    }

    /**
     * The configuration.
     *
     * @param base what a file extends that does not say
     * @param variant the file; empty for the base alone
     * @param settings {@code a.b=3} each
     * @throws dev.linger.data.InputException names the file and line or the setting, the full path of the key, what is
     *     allowed and the nearest name
     */
    public ResolvedConfig<R> resolve(ConfigText base, Optional<ConfigText> variant, List<String> settings) {
        ConfigText file = variant.orElse(base);
        ConfigNode.Block tree = complete(new ConfigChain(base).read(file));
        for (String setting : settings) {
            tree = complete(ConfigOverride.parse(setting).applyTo(tree));
        }
        R value = root.cast(new RecordBinder(types).bind(root, tree, ""));
        return new ResolvedConfig<>(
                file.name(),
                value,
                new RecordWriter(types).tree(value),
                new ConfigExplanation(types).values(root, tree));
    }

    private ConfigNode.Block complete(ConfigNode.Block tree) {
        return (ConfigNode.Block) defaults.complete(root, tree);
    }
}
