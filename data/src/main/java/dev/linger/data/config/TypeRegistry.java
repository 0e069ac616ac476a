package dev.linger.data.config;

import dev.linger.data.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which record each {@code type} of each family chooses. Immutable. */
public final class TypeRegistry {
    /** The key that chooses; no record may have a component of this name. */
    public static final String KEY = "type";

    private final Map<Class<?>, SortedMap<String, Class<?>>> records;

    private TypeRegistry(Map<Class<?>, SortedMap<String, Class<?>>> records) {
        this.records = records;
    }

    /** The types given and no others. */
    public static TypeRegistry of(List<ConfigTypes> types) {
        Map<Class<?>, SortedMap<String, Class<?>>> records = new HashMap<>();
        types.forEach(some -> some.addTo(new ConfigTypes.Registration() {
            @Override
            public <F> void add(Class<F> family, String type, Class<? extends F> record) {
                TypeRegistry.add(records, family, type, record);
            }
        }));
        records.replaceAll((family, byType) -> Collections.unmodifiableSortedMap(byType));
        return new TypeRegistry(Map.copyOf(records));
    }

    /**
     * The types given and those of every jar on the class path that offers some.
     *
     * @throws InputException where one of these cannot be loaded or takes a name that is taken
     */
    public static TypeRegistry withInstalled(List<ConfigTypes> builtIn) {
        List<ConfigTypes> all = new ArrayList<>(builtIn);
        try {
            ServiceLoader.load(ConfigTypes.class).forEach(all::add);
        } catch (ServiceConfigurationError failure) {
            throw new InputException(
                    "an extension on the class path cannot be loaded: " + failure.getMessage()
                            + "; mend its META-INF/services entry or take the jar off the class path",
                    failure);
        }
        return of(all);
    }

    private static void add(
            Map<Class<?>, SortedMap<String, Class<?>>> records, Class<?> family, String type, Class<?> record) {
        if (!record.isRecord()) {
            throw new InputException(
                    "type " + type + " is registered with " + record.getName() + ", which is no record");
        }
        Class<?> before =
                records.computeIfAbsent(family, none -> new TreeMap<>()).putIfAbsent(type, record);
        if (before != null) {
            throw new InputException("type " + type + " of " + family.getSimpleName() + " is registered twice: by "
                    + before.getName() + " and by " + record.getName());
        }
    }

    /** Whether records of this interface are chosen by type. */
    public boolean contains(Class<?> family) {
        return records.containsKey(family);
    }

    /** The records of a family by type, in alphabetical order. */
    public SortedMap<String, Class<?>> of(Class<?> family) {
        SortedMap<String, Class<?>> byType = records.get(family);
        if (byType == null) {
            throw new IllegalArgumentException("no type is registered for " + family.getName());
        }
        return byType;
    }

    /** The type that chooses a record. */
    public String typeOf(Class<?> family, Class<?> record) {
        return of(family).entrySet().stream()
                .filter(entry -> entry.getValue() == record)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        record.getName() + " is no registered type of " + family.getSimpleName()));
    }
}
