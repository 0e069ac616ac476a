package dev.linger.pipeline.config;

import dev.linger.data.InputException;
import dev.linger.data.config.RecordShape;
import dev.linger.data.config.ScalarKind;
import dev.linger.data.config.TypeRegistry;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The reference of all keys, rendered from the records as Markdown. A block is named by its path from the root without
 * indices, {@code candidates.sources}, and one type of a block that is chosen by type by {@code ranker:blend}; a document
 * shows it between {@code <!-- keys:ranker:blend -->} and {@code <!-- end -->}.
 */
public final class ConfigReference {
    private static final Pattern REGION =
            Pattern.compile("(<!-- keys:([a-zA-Z0-9.:-]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final Class<?> root;
    private final TypeRegistry types;

    public ConfigReference(Class<? extends Record> root, TypeRegistry types) {
        this.root = root;
        this.types = types;
    }

    /** The document with every region filled again; names that are no blocks are an {@link InputException}. */
    public String fill(String document) {
        return REGION.matcher(document)
                .replaceAll(
                        region -> Matcher.quoteReplacement(region.group(1) + table(region.group(2)) + region.group(3)));
    }

    /** Names of the blocks that a document shows. */
    public static List<String> regions(String document) {
        return REGION.matcher(document)
                .results()
                .map((MatchResult region) -> region.group(2))
                .toList();
    }

    /** Names of the blocks at the top. */
    public List<String> blocks() {
        return RecordShape.of(root).components().stream()
                .filter(component -> !isValue(element(component.type())))
                .map(RecordShape.Component::name)
                .toList();
    }

    /** The table of a block's keys; empty text for a block without any. */
    public String table(String block) {
        Class<?> found = root;
        for (String step : block.split("\\.", -1)) {
            found = inner(found, step)
                    .orElseThrow(() -> new InputException(
                            "there is no block " + block + "; at the top there are " + String.join(", ", blocks())));
        }
        return types.contains(found) ? familyTable(found) : recordTable(found);
    }

    /** What a block holds under a key, or, after a colon, the record of a type of it. */
    private Optional<Class<?>> inner(Class<?> outer, String step) {
        String[] nameAndType = step.split(":", 2);
        Optional<RecordShape.Component> component =
                outer.isRecord() ? RecordShape.of(outer).component(nameAndType[0]) : Optional.empty();
        if (component.isEmpty() || isValue(element(component.get().type()))) {
            return Optional.empty();
        }
        Class<?> declared = element(component.get().type());
        if (nameAndType.length == 1) {
            return Optional.of(declared);
        }
        return types.contains(declared)
                ? Optional.ofNullable(types.of(declared).get(nameAndType[1]))
                : Optional.empty();
    }

    private String recordTable(Class<?> record) {
        List<String> rows = rows(record, "");
        return rows.isEmpty()
                ? ""
                : "| key | value | default | meaning | why |\n|---|---|---|---|---|\n" + String.join("", rows);
    }

    private String familyTable(Class<?> family) {
        StringBuilder table =
                new StringBuilder("| type | key | value | default | meaning | why |\n|---|---|---|---|---|---|\n");
        for (Map.Entry<String, Class<?>> type : types.of(family).entrySet()) {
            List<String> rows = rows(type.getValue(), "");
            String name = "| `" + type.getKey() + "` ";
            if (rows.isEmpty()) {
                table.append(name).append("| | | | | |\n");
            }
            for (int at = 0; at < rows.size(); at++) {
                table.append(at == 0 ? name : "| ").append(rows.get(at));
            }
        }
        return table.toString();
    }

    /** A row for each key; keys of a block within the block stand under their path. */
    private List<String> rows(Class<?> record, String prefix) {
        List<String> rows = new ArrayList<>();
        for (RecordShape.Component component : RecordShape.of(record).components()) {
            String path = prefix + component.name();
            boolean nested = component.type() instanceof Class<?> inner && inner.isRecord();
            if (nested && component.byDefault().isEmpty()) {
                rows.addAll(rows((Class<?>) component.type(), path + "."));
            } else {
                rows.add(row(path, component));
            }
        }
        return rows;
    }

    private String row(String path, RecordShape.Component component) {
        boolean optional =
                component.type() instanceof ParameterizedType generic && generic.getRawType() == Optional.class;
        String standard = component.byDefault().map(json -> "`" + json + "`").orElse(optional ? "none" : "");
        String why = component.key().map(key -> key.because()).orElse("");
        return cells("`" + path + "`", value(component.type()), standard, component.meaning(), why);
    }

    private static String cells(String... cells) {
        StringBuilder row = new StringBuilder("|");
        Arrays.stream(cells).map(cell -> cell.replace("|", "\\|")).forEach(cell -> row.append(
                        cell.isEmpty() ? " " : " " + cell + " ")
                .append('|'));
        return row.append('\n').toString();
    }

    /** What can stand there, in words. */
    private String value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type of = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            if (generic.getRawType() == List.class) {
                return "list: " + value(of);
            }
            return generic.getRawType() == Map.class ? "block of " + value(of) : value(of);
        }
        Class<?> plain = (Class<?>) type;
        if (types.contains(plain)) {
            return "block (" + String.join(", ", types.of(plain).keySet()) + ")";
        }
        if (plain.isEnum()) {
            return String.join(", ", ScalarKind.constantNames(plain));
        }
        if (ScalarKind.isInteger(plain) || ScalarKind.isLong(plain)) {
            return "integer";
        }
        if (ScalarKind.isDouble(plain)) {
            return "number";
        }
        return plain.isRecord() ? "block" : plain == String.class ? "string" : "true, false";
    }

    private boolean isValue(Class<?> type) {
        return ScalarKind.isScalar(type) || (!type.isRecord() && !types.contains(type));
    }

    /** The class itself, or what the list, Optional or alternatives hold. */
    private static Class<?> element(Type type) {
        Type element = type;
        while (element instanceof ParameterizedType generic) {
            element = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
        }
        return (Class<?>) element;
    }
}
