package dev.linger.pipeline.config;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which file or {@code --set} gave the value at a path; a path without an entry has that of the nearest one above it. */
final class Origins {
    private final TreeMap<String, Origin> byPath = new TreeMap<>();

    Origins(String defaults) {
        byPath.put("", new Origin(defaults, ""));
    }

    /** From now on the value at the path, and all below it, comes from there. */
    void put(String path, Origin origin) {
        below(path).clear();
        byPath.put(path, origin);
    }

    Origin of(String path) {
        Origin own = byPath.get(path);
        return own != null ? own : of(path.substring(0, Math.max(0, path.lastIndexOf('.'))));
    }

    /** Name of the path's origin and of all others that gave a part of its value. */
    String allWithin(String path) {
        Set<String> names = new LinkedHashSet<>();
        names.add(of(path).name());
        below(path).values().forEach(origin -> names.add(origin.name()));
        return String.join(", ", names);
    }

    private SortedMap<String, Origin> below(String path) {
        return path.isEmpty() ? byPath.tailMap(path, false) : byPath.subMap(path + '.', path + (char) ('.' + 1));
    }

    /**
     * @param name how errors name it
     * @param incomplete what to add to an error when a block given there lacks keys
     */
    record Origin(String name, String incomplete) {}
}
