package dev.linger.pipeline.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * The figures of one run that leaks are judged by.
 *
 * @param all in the order of the table's columns
 */
public record Figures(List<Figure> all) {
    /**
     * One number.
     *
     * @param name its heading
     * @param value NaN where it does not apply
     */
    public record Figure(String name, double value) {}

    public Figures {
        all = List.copyOf(all);
    }

    /** Each figure less the same one of another run. */
    Figures less(Figures other) {
        List<Figure> differences = new ArrayList<>();
        for (int at = 0; at < all.size(); at++) {
            Figure own = all.get(at);
            Figure others = other.all.get(at);
            if (!own.name().equals(others.name())) {
                throw new IllegalArgumentException("figures differ: " + own.name() + " and " + others.name());
            }
            differences.add(new Figure(own.name(), own.value() - others.value()));
        }
        return new Figures(differences);
    }
}
