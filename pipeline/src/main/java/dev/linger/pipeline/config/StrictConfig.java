package dev.linger.pipeline.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The rule by which the default file, a variant and single settings make one configuration: the default file has every
 * key; each key that stands at the top of the variant replaces the whole block of the default; then each setting replaces
 * one value, in the order given.
 */
public final class StrictConfig<R extends Record> {
    private static final String INCOMPLETE_VARIANT =
            " (a variant replaces whole blocks: a block that stands in it must have all its keys)";

    private final Class<R> root;
    private final SealedTypes sealedTypes;

    /**
     * @param root the record whose components are the keys at the top
     * @param sealedTypes names for every sealed interface in the tree
     */
    public StrictConfig(Class<R> root, SealedTypes sealedTypes) {
        this.root = root;
        this.sealedTypes = sealedTypes;
    }

    /**
     * The configuration.
     *
     * @param settings {@code a.b=3} each
     * @throws InputException names the file or setting, the full path of the key, what is allowed and the nearest name
     */
    public ResolvedConfig<R> resolve(ConfigText defaults, Optional<ConfigText> variant, List<String> settings) {
        ObjectNode tree = StrictJson.readObject(defaults);
        Origins origins = new Origins(defaults.origin());
        bind(tree, origins);
        variant.ifPresent(text -> replaceBlocks(tree, text, origins));
        settings.forEach(setting -> ConfigOverride.parse(setting).applyTo(tree, origins));
        R value = bind(tree, origins);
        return new ResolvedConfig<>(variant.orElse(defaults).name(), value, new RecordWriter(sealedTypes).tree(value));
    }

    private R bind(ObjectNode tree, Origins origins) {
        return root.cast(new RecordBinder(sealedTypes, origins).bind(root, tree, ""));
    }

    private static void replaceBlocks(ObjectNode tree, ConfigText variant, Origins origins) {
        for (Map.Entry<String, JsonNode> block : StrictJson.readObject(variant).properties()) {
            String key = block.getKey();
            if (!tree.has(key)) {
                TreeSet<String> known = new TreeSet<>();
                tree.fieldNames().forEachRemaining(known::add);
                throw new InputException(variant.origin() + ": unknown key " + key + "; allowed at the top: "
                        + String.join(", ", known) + NearestName.hint(key, known));
            }
            tree.set(key, block.getValue());
            origins.put(key, new Origins.Origin(variant.origin(), INCOMPLETE_VARIANT));
        }
    }
}
