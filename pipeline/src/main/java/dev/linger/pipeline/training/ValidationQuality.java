package dev.linger.pipeline.training;

import dev.linger.data.InputException;
import dev.linger.pipeline.cache.Kept;
import java.util.ArrayList;
import java.util.List;

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

    /** The value of this name. */
    public double of(String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new InputException("--by " + name + ": there is no such metric, only " + String.join(", ", names));
        }
        return values.get(at);
    }
}
