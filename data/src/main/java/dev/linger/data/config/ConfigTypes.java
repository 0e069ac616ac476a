package dev.linger.data.config;

/**
 * Records that a configuration chooses by the key {@code type}: sources, feature groups, rankers, metrics, filters,
 * orderers, data set layouts. Linger's own are listed by each module; others are found by {@link java.util.ServiceLoader} in
 * any jar on the class path that names its implementation in {@code META-INF/services/dev.linger.data.config.ConfigTypes}.
 */
public interface ConfigTypes {
    /** Adds every record, one call each. */
    void addTo(Registration registration);

    /** Where records are added. */
    interface Registration {
        /**
         * Adds a record.
         *
         * @param family the interface that the configuration asks for
         * @param type the name, in kebab-case, unique in its family
         * @param record the record that {@code type} chooses
         */
        <F> void add(Class<F> family, String type, Class<? extends F> record);
    }
}
