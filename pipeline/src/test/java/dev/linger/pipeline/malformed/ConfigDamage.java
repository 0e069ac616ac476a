package dev.linger.pipeline.malformed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Configuration files that are no JSON, or say what no key allows. */
final class ConfigDamage {
    /**
     * A damaged file.
     *
     * @param kind of the damage
     * @param name what tells it from others of its kind
     * @param bytes of the file
     */
    record Variant(String kind, String name, byte[] bytes) {}

    /** Texts that take the place of a value, in JSON or not. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"x\"",
            "\"\"",
            "-1",
            "0",
            "0.5",
            "1.5",
            "1e3",
            "2147483648",
            "9223372036854775808",
            "1e308",
            "1e400",
            "-1e-400",
            "NaN",
            "Infinity",
            "-0.0",
            "\"NaN\"",
            "\"5\"",
            "[]",
            "{}",
            "[[[]]]",
            "[null]",
            "{\"type\": \"none\"}",
            "007",
            "+5",
            ".5",
            "1.",
            "0x10",
            "\"\\u0000\\u001b[31m\"",
            "1" + "0".repeat(1200),
            "\"" + "long ".repeat(20_000) + "\"");

    private final String sound;
    private final List<Variant> variants = new ArrayList<>();

    private ConfigDamage(String sound) {
        this.sound = sound;
    }

    /** @param sound the text of a file that says every key */
    static List<Variant> variants(String sound, int times) throws IOException {
        ConfigDamage damage = new ConfigDamage(sound);
        damage.addBytes(4 * times);
        damage.addValues(times);
        damage.addStructures(times);
        damage.addEncodings();
        return damage.variants;
    }

    private void add(String kind, String name, String text) {
        variants.add(new Variant("config: " + kind, name, text.getBytes(StandardCharsets.UTF_8)));
    }

    private void addBytes(int each) {
        byte[] bytes = sound.getBytes(StandardCharsets.UTF_8);
        ByteDamage.CHANGES.forEach((kind, change) -> {
            SplittableRandom random = new Seed(81).stream("malformed config " + kind);
            for (int number = 0; number < each; number++) {
                variants.add(new Variant("config: " + kind, Integer.toString(number), change.of(bytes, random)));
            }
        });
    }

    /** Every value replaced by some others. */
    private void addValues(int times) throws IOException {
        SplittableRandom random = new Seed(82).stream("malformed config values");
        int paths = paths("", ConfigTrial.JSON.readTree(sound)).size();
        for (int at = 0; at < paths; at++) {
            for (int time = 0; time < times; time++) {
                JsonNode tree = ConfigTrial.JSON.readTree(sound);
                String path = paths("", tree).get(at);
                String value = VALUES.get(random.nextInt(VALUES.size()));
                put(tree, path, "@@@");
                add(
                        "another value",
                        path + " = " + value.substring(0, Math.min(30, value.length())),
                        tree.toPrettyString().replace("\"@@@\"", value));
            }
        }
    }

    private void addStructures(int times) throws IOException {
        SplittableRandom random = new Seed(83).stream("malformed config structures");
        for (int time = 0; time < 5 * times; time++) {
            JsonNode tree = ConfigTrial.JSON.readTree(sound);
            List<String> paths = paths("", tree);
            String path = paths.get(random.nextInt(paths.size()));
            String key = path.substring(path.lastIndexOf('/') + 1);
            String name = path + " " + time;
            String text = tree.toPrettyString();
            int comma = text.indexOf(',', random.nextInt(text.lastIndexOf(',')));
            add("a comma too many", name, text.substring(0, comma) + "," + text.substring(comma));
            add("a comma too few", name, text.substring(0, comma) + text.substring(comma + 1));
            int brace = text.indexOf('}', random.nextInt(text.lastIndexOf('}')));
            add("a trailing comma", name, text.substring(0, brace) + "," + text.substring(brace));
            add("a brace too few", name, text.substring(0, brace) + text.substring(brace + 1));
            add("a comment", name, text.substring(0, comma) + "/* note */" + text.substring(comma));
            if (!key.matches("[0-9]+")) {
                String quoted = "\"" + key + "\"";
                int at = text.indexOf(quoted);
                add("a key twice", name, text.substring(0, at) + quoted + " : 1, " + text.substring(at));
                add("an unknown key", name, text.replaceFirst(quoted, "\"" + key + "s\""));
                add("a key in other letters", name, text.replaceFirst(quoted, quoted.toUpperCase(Locale.ROOT)));
                add("a key in single quotes", name, text.replaceFirst(quoted, "'" + key + "'"));
                add("an empty key", name, text.replaceFirst(quoted, "\"\""));
            }
            remove(tree, path);
            add("a key missing", name, tree.toPrettyString());
        }
        for (int depth : new int[] {50, 999, 1001, 20_000, 200_000}) {
            add("nested deep", "lists " + depth, "{\"seed\": " + "[".repeat(depth) + "]".repeat(depth) + "}");
            add("nested deep", "blocks " + depth, "{\"data\": ".repeat(depth) + "1" + "}".repeat(depth));
        }
        for (String value :
                List.of("\"variant.json\"", "\"nothing.json\"", "1", "[]", "\"\"", "\".\"", "\"\\u0000\"")) {
            add("extends", value, "{\"extends\": " + value + "}");
        }
        for (String text :
                List.of("", " ", "\n", "[]", "1", "null", "\"x\"", "{} {}", "{}}", "{", "{\"seed\"", "nul")) {
            add("no block", "<" + text + ">", text);
        }
    }

    private void addEncodings() {
        variants.add(new Variant("config: another encoding", "UTF-16", sound.getBytes(StandardCharsets.UTF_16)));
        variants.add(new Variant("config: another encoding", "UTF-16LE", sound.getBytes(StandardCharsets.UTF_16LE)));
        variants.add(new Variant("config: another encoding", "UTF-16BE", sound.getBytes(StandardCharsets.UTF_16BE)));
        add("another encoding", "BOM", "\ufeff" + sound);
        add("another encoding", "two BOMs", "\ufeff\ufeff" + sound);
        variants.add(new Variant(
                "config: another encoding",
                "Latin-1",
                "{\"extends\": \"\u00e9.json\"}".getBytes(StandardCharsets.ISO_8859_1)));
        variants.add(new Variant(
                "config: another encoding", "gzip", SlowGzip.packed(sound.getBytes(StandardCharsets.UTF_8))));
    }

    /** The pointers of all values, blocks and lists among them. */
    private static List<String> paths(String path, JsonNode tree) {
        List<String> paths = new ArrayList<>();
        if (!path.isEmpty()) {
            paths.add(path);
        }
        tree.properties().forEach(key -> paths.addAll(paths(path + "/" + key.getKey(), key.getValue())));
        if (tree.isArray()) {
            for (int at = 0; at < tree.size(); at++) {
                paths.addAll(paths(path + "/" + at, tree.get(at)));
            }
        }
        return paths;
    }

    private static JsonNode parent(JsonNode tree, String path) {
        return tree.at(path.substring(0, path.lastIndexOf('/')));
    }

    private static void put(JsonNode tree, String path, String value) {
        String key = path.substring(path.lastIndexOf('/') + 1);
        if (parent(tree, path) instanceof ArrayNode list) {
            list.set(Integer.parseInt(key), value);
        } else if (parent(tree, path) instanceof ObjectNode block) {
            block.put(key, value);
        }
    }

    private static void remove(JsonNode tree, String path) {
        String key = path.substring(path.lastIndexOf('/') + 1);
        if (parent(tree, path) instanceof ArrayNode list) {
            list.remove(Integer.parseInt(key));
        } else if (parent(tree, path) instanceof ObjectNode block) {
            block.remove(key);
        }
    }
}
