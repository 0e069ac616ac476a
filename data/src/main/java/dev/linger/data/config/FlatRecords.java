package dev.linger.data.config;

import dev.linger.data.InputException;
import java.util.List;

/**
 * A record tree as lines of {@code path=value}, for files that must be read without a JSON library, such as those of a
 * saved model. Paths are those of {@code --set}:
 *
 * <pre>
 * source.type=als                  the record behind a registered interface
 * source.solver=conjugate-gradient an enum constant
 * source.label="a\nb"              a string, quoted and escaped as in JSON
 * source.note=(none)               an empty Optional
 * source.cutoffs.size=2            a list: its size, then its elements
 * source.cutoffs.0=5
 * source.cutoffs.1=10
 * source.extra="alpha"             a map: its keys, then its entries
 * source.extra.alpha="0.5"
 * </pre>
 *
 * Numbers are written as Java prints them, so that a double comes back bit for bit.
 */
public final class FlatRecords {
    private FlatRecords() {}

    /**
     * The lines of a record, in the order of its components.
     *
     * @param declared the class of the record, or the interface that its type is registered for
     */
    public static <T> List<String> write(Class<T> declared, T record, TypeRegistry types) {
        return new FlatWriter(types).lines(declared, record);
    }

    /**
     * The record that gave the lines.
     *
     * @throws InputException names a path that is missing, unknown or given twice, or whose value is not of its type or
     *     is refused by its record
     */
    public static <T> T read(Class<T> declared, List<String> lines, TypeRegistry types) {
        return declared.cast(new FlatReader(types, lines).read(declared));
    }
}
