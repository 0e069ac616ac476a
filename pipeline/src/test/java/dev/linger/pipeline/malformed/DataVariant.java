package dev.linger.pipeline.malformed;

import java.util.Map;
import java.util.Set;

/**
 * The sound data set with a fault.
 *
 * @param kind of the fault
 * @param name what tells it from others of its kind
 * @param file the damaged file, without {@code .gz}
 * @param line of the fault, 0 where it has none
 * @param changed the bytes of each file that is another, by its name on disk
 * @param gone names of files that are not there
 * @param folders names in whose place is a folder
 * @param refused whether it must be refused
 */
record DataVariant(
        String kind,
        String name,
        String file,
        long line,
        Map<String, byte[]> changed,
        Set<String> gone,
        Set<String> folders,
        boolean refused) {

    /** Other bytes of a file. */
    static DataVariant plain(String kind, String name, String file, long line, byte[] bytes) {
        return new DataVariant(kind, name, file, line, Map.of(file, bytes), Set.of(), Set.of(), false);
    }

    /** The packed file in the place of the plain one. */
    static DataVariant packed(String kind, String name, String file, long line, byte[] bytes) {
        return new DataVariant(kind, name, file, line, Map.of(file + ".gz", bytes), Set.of(file), Set.of(), false);
    }
}
