package dev.linger.ranker.lightgbm;

import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureRows;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of LightGBM's parameters, as the loaded library itself lists them at the end of a model's text. (Its own
 * list of names and aliases cannot be read from Java: it is written into a string's copy.)
 */
final class ParameterNames {
    private static final Pattern PARAMETER = Pattern.compile("^\\[(\\w+): ", Pattern.MULTILINE);

    private ParameterNames() {}

    /** Full names; aliases are not among them. */
    static Set<String> known() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PARAMETER.matcher(textOfEmptyModel());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String textOfEmptyModel() {
        String parameters = "verbosity=-1";
        FeatureColumn column = FeatureColumn.numeric("same", "1", "never");
        FeatureRows row = new FeatureRows(List.of(column), new int[1], new int[1], new float[1]);
        NativeDataset.Bins bins = new NativeDataset.Bins(1, new SplittableRandom(0), 2);
        try (NativeDataset dataset = NativeDataset.of(row, 1, bins, parameters, 1);
                NativeBooster booster = NativeBooster.of(dataset, parameters)) {
            return booster.text(1);
        }
    }

    static String nearest(String name, Set<String> names) {
        return names.stream()
                .min(Comparator.comparingInt((String known) -> distance(name, known))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** The fewest letters to insert, delete or replace (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int at = 0; at <= b.length(); at++) {
            above[at] = at;
        }
        for (int row = 1; row <= a.length(); row++) {
            int[] current = new int[b.length() + 1];
            current[0] = row;
            for (int at = 1; at <= b.length(); at++) {
                int replaced = above[at - 1] + (a.charAt(row - 1) == b.charAt(at - 1) ? 0 : 1);
                current[at] = Math.min(replaced, 1 + Math.min(above[at], current[at - 1]));
            }
            above = current;
        }
        return above[b.length()];
    }
}
