package dev.linger.pipeline.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import dev.linger.data.InputException;
import dev.linger.data.Seed;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.config.ResolvedConfig;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What a sweep tries: first the configuration that it varies, then each variant. All are checked before the first is tried.
 *
 * @param variants at least two, the first is the base
 */
public record SweepPlan(List<SweepVariant> variants) {
    /** Blocks that say what is measured; variants that differ in one could not be put side by side. */
    private static final List<String> MEASURED_BY = List.of("seed", "purpose", "data", "watch", "split", "evaluation");

    public SweepPlan {
        variants = List.copyOf(variants);
    }

    /**
     * Every combination of the values of some keys, on each of some configurations.
     *
     * @param base what is varied; with {@code settings} over it
     * @param configs in place of the base, where there are any
     * @param grid {@code KEY=VALUE,VALUE} each
     */
    public static SweepPlan grid(
            Optional<String> base, List<String> settings, List<String> configs, List<String> grid) {
        List<List<String>> combinations = new ArrayList<>(List.of(List.of()));
        for (String line : grid) {
            List<String> choices = choices(line);
            combinations = combinations.stream()
                    .flatMap(before -> choices.stream().map(choice -> joined(before, choice)))
                    .toList();
        }
        List<SweepVariant> variants = new ArrayList<>();
        List<Optional<String>> varied = configs.isEmpty()
                ? List.of(base)
                : configs.stream().map(Optional::of).toList();
        for (Optional<String> config : varied) {
            for (List<String> combination : combinations) {
                String name = configs.isEmpty() ? "" : nameOf(config.orElseThrow());
                variants.add(new SweepVariant(
                        (name + " " + label(combination, combinations)).strip(),
                        config,
                        joined(settings, combination)));
            }
        }
        return checked(base, settings, variants);
    }

    /**
     * Values drawn from ranges.
     *
     * @param count how many variants, at least 1
     * @param ranges {@code KEY=LOW..HIGH} each, at least one
     */
    public static SweepPlan search(
            Optional<String> base, List<String> settings, int count, List<String> ranges, Seed seed) {
        if (count < 1 || ranges.isEmpty()) {
            throw new InputException(
                    "a search draws at least one variant from at least one --range, such as --search 20"
                            + " --range ranker.members.0.model.leaves=15..255:log");
        }
        List<SweepRange> from = ranges.stream().map(SweepRange::parse).toList();
        SplittableRandom random = seed.stream("sweep");
        List<List<String>> drawn = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            drawn.add(from.stream().map(range -> range.draw(random)).toList());
        }
        List<SweepVariant> variants = drawn.stream()
                .distinct()
                .map(draw -> new SweepVariant(label(draw, drawn), base, joined(settings, draw)))
                .toList();
        return checked(base, settings, variants);
    }

    private static SweepPlan checked(Optional<String> base, List<String> settings, List<SweepVariant> variants) {
        ResolvedConfig<LingerConfig> resolved = LingerConfig.resolve(base, settings);
        List<SweepVariant> all = new ArrayList<>(List.of(new SweepVariant(resolved.name(), base, settings)));
        Set<JsonNode> configurations = new HashSet<>(Set.of(resolved.tree()));
        for (SweepVariant variant : variants) {
            JsonNode tree =
                    LingerConfig.resolve(variant.config(), variant.settings()).tree();
            requireMeasuredAlike(resolved.tree(), tree, variant);
            if (configurations.add(tree)) {
                all.add(variant);
            }
        }
        if (all.size() == 1) {
            throw new InputException("there is nothing to try beside " + resolved.name()
                    + ": give --grid KEY=VALUE,VALUE, --configs FILE or --search N --range KEY=LOW..HIGH, with values that"
                    + " it does not have");
        }
        return new SweepPlan(all);
    }

    private static void requireMeasuredAlike(JsonNode base, JsonNode tree, SweepVariant variant) {
        for (String block : MEASURED_BY) {
            if (!base.path(block).equals(tree.path(block))) {
                throw new InputException("the variant " + variant.name() + " has another " + block
                        + ", which says what is measured, so it cannot be put beside the others; a sweep tries"
                        + " candidates, features, training and ranker"
                        + (block.equals("split") || block.equals("seed") ? ", and linger cuts the rest" : ""));
            }
        }
    }

    private static <T> List<T> joined(List<T> before, List<T> after) {
        List<T> all = new ArrayList<>(before);
        all.addAll(after);
        return all;
    }

    private static List<String> joined(List<String> before, String last) {
        return joined(before, List.of(last));
    }

    /** {@code KEY=VALUE} of each value; commas within brackets, braces and quotes part none. */
    private static List<String> choices(String line) {
        int equals = line.indexOf('=');
        if (equals < 1 || equals == line.length() - 1) {
            throw new InputException("--grid " + line + ": must be KEY=VALUE,VALUE, such as --grid"
                    + " ranker.members.0.model.leaves=31,63,127");
        }
        String key = line.substring(0, equals + 1);
        List<String> choices = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int from = equals + 1;
        for (int at = from; at <= line.length(); at++) {
            char letter = at == line.length() ? ',' : line.charAt(at);
            quoted ^= letter == '"';
            depth += quoted ? 0 : "[{".indexOf(letter) >= 0 ? 1 : "]}".indexOf(letter) >= 0 ? -1 : 0;
            if (letter == ',' && (at == line.length() || (depth == 0 && !quoted))) {
                choices.add(key + line.substring(from, at));
                from = at + 1;
            }
        }
        return choices;
    }

    /** The settings with as much of their keys as tells them apart, {@code leaves=31 rounds=200}. */
    private static String label(List<String> settings, List<List<String>> all) {
        Set<String> keys = all.stream()
                .flatMap(List::stream)
                .map(SweepPlan::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return settings.stream()
                .map(setting -> shortest(key(setting), keys)
                        + setting.substring(key(setting).length()))
                .collect(Collectors.joining(" "));
    }

    private static String key(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    private static String shortest(String key, Set<String> keys) {
        String[] steps = key.split("\\.", -1);
        String suffix = steps[steps.length - 1];
        for (int step = steps.length - 2; step >= 0; step--) {
            String ending = "." + suffix;
            if (keys.stream().filter(other -> ("." + other).endsWith(ending)).count() == 1) {
                return suffix;
            }
            suffix = steps[step] + "." + suffix;
        }
        return suffix;
    }

    private static String nameOf(String config) {
        return config.replaceAll(".*[/\\\\]", "").replaceAll("\\.json$", "");
    }
}
