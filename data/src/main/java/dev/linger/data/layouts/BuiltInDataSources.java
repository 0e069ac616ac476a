package dev.linger.data.layouts;

import dev.linger.data.config.ConfigTypes;
import dev.linger.data.kuairand.KuaiRandSource;
import dev.linger.data.kuairec.KuaiRecSource;
import dev.linger.data.plays.PlaysSource;
import dev.linger.data.source.DataSource;
import java.util.List;
import java.util.function.Predicate;

/** The layouts that Linger itself reads. */
public final class BuiltInDataSources implements ConfigTypes {
    static final String PLAYS = "plays";

    /** Those that are told by the names of their files; the first is that of a configuration which names none. */
    static final List<Layout> NAMED = List.of(
            new Layout(
                    "kuairec",
                    KuaiRecSource.class,
                    "KuaiRec",
                    KuaiRecSource::isOne,
                    "big_matrix.csv, item_categories.csv, ..."),
            new Layout("kuairand", KuaiRandSource.class, "KuaiRand", KuaiRandSource::isOne, "log_standard_*.csv, ..."));

    /**
     * A layout.
     *
     * @param type by which a configuration chooses it
     * @param source its configuration
     * @param name as people call it
     * @param isOne whether a file of this name belongs to it
     * @param files names to look for
     */
    record Layout(
            String type, Class<? extends DataSource> source, String name, Predicate<String> isOne, String files) {}

    @Override
    public void addTo(Registration registration) {
        NAMED.forEach(layout -> registration.add(DataSource.class, layout.type(), layout.source()));
        registration.add(DataSource.class, PLAYS, PlaysSource.class);
    }
}
