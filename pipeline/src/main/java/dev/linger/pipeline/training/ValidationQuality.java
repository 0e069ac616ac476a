package dev.linger.pipeline.training;

import dev.linger.data.InputException;
import dev.linger.data.NearestName;
import dev.linger.pipeline.cache.Kept;
import dev.linger.pipeline.evaluation.listwise.ListMetric;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How good the lists that users get are on the validation window, by a ranker that has not learned from it.
 *
 * @param names {@link #QUALITY}, then each metric with its relevance rule
 * @param values one each
 */
public record ValidationQuality(List<String> names, List<Double> values) {
    /** What variants are sorted by: the geometric mean of all metrics. */
    public static final String QUALITY = "quality";

    /** How it is kept. */
    public static final Kept<ValidationQuality> KEPT = Kept.columns(
            (value, out) -> {
                out.number(value.names.size());
                for (int at = 0; at < value.names.size(); at++) {
                    out.text(value.names.get(at));
                    out.number(value.values.get(at).doubleValue());
                }
            },
            in -> {
                List<String> names = new ArrayList<>();
                List<Double> values = new ArrayList<>();
                int size = in.number();
                for (int at = 0; at < size; at++) {
                    names.add(in.text());
                    values.add(in.real());
                }
                return new ValidationQuality(names, values);
            });

    public ValidationQuality {
        names = List.copyOf(names);
        values = List.copyOf(values);
    }

    /** The names of a quality by these metrics and relevance rules. */
    static List<String> names(List<ListMetric> metrics, List<String> rules) {
        return Stream.concat(Stream.of(QUALITY), rules.stream().flatMap(rule -> metrics.stream()
                        .map(metric -> metric.name() + " " + rule)))
                .toList();
    }

    /** The value of this name. */
    public double of(String name) {
        requireName(name, names);
        return values.get(names.indexOf(name));
    }

    /**
     * Checks the name by which variants are to be sorted.
     *
     * @throws InputException where it is none of these
     */
    public static void requireName(String name, List<String> names) {
        if (!names.contains(name)) {
            throw new InputException("--by " + name + ": there is no such column, only " + String.join(", ", names)
                    + NearestName.hint(name, names));
        }
    }
}
