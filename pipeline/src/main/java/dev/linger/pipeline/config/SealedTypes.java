package dev.linger.pipeline.config;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names by which the key {@code "type"} chooses the record behind a sealed interface. Each record that an interface
 * permits has one name, so a choice cannot be forgotten here. An interface that is not sealed has those given.
 */
public final class SealedTypes {
    /** The key that chooses; no record may have a component of this name. */
    static final String KEY = "type";

    private final Map<Class<?>, SortedMap<String, Class<?>>> names;

    /** @param names for each sealed interface, its records by name */
    public SealedTypes(Map<Class<?>, Map<String, Class<?>>> names) {
        names.forEach(SealedTypes::check);
        this.names = names.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> Collections.unmodifiableSortedMap(new TreeMap<>(entry.getValue()))));
    }

    /** No sealed interface anywhere in the tree. */
    public static SealedTypes none() {
        return new SealedTypes(Map.of());
    }

    private static void check(Class<?> sealed, Map<String, Class<?>> records) {
        if (!sealed.isSealed()) {
            return; // an open family: others may add records
        }
        Set<Class<?>> permitted = permittedRecords(sealed).collect(Collectors.toUnmodifiableSet());
        if (permitted.size() != records.size() || !permitted.containsAll(records.values())) {
            throw new IllegalArgumentException(sealed.getSimpleName() + " permits the records " + simpleNames(permitted)
                    + " but names are given for " + simpleNames(records.values()));
        }
    }

    private static Stream<Class<?>> permittedRecords(Class<?> type) {
        if (!type.isSealed()) {
            return Stream.of(type);
        }
        return Stream.of(type.getPermittedSubclasses()).flatMap(SealedTypes::permittedRecords);
    }

    private static String simpleNames(Iterable<Class<?>> types) {
        TreeMap<String, Class<?>> sorted = new TreeMap<>();
        types.forEach(type -> sorted.put(type.getSimpleName(), type));
        return sorted.keySet().toString();
    }

    boolean contains(Class<?> type) {
        return names.containsKey(type);
    }

    /** Records of a sealed interface by name. */
    SortedMap<String, Class<?>> of(Class<?> sealed) {
        SortedMap<String, Class<?>> records = names.get(sealed);
        if (records == null) {
            throw new IllegalArgumentException("no names are registered for " + sealed.getName());
        }
        return records;
    }

    /** Name of a record of a sealed interface. */
    String nameOf(Class<?> sealed, Class<?> record) {
        return of(sealed).entrySet().stream()
                .filter(entry -> entry.getValue() == record)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
