package dev.linger.data;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What else a user did with a video that was played, such as liking it: yes or no for each play and each flag, a byte a play.
 *
 * @param names of the flags, at most {@value #MOST}; that at position f is bit f
 * @param bits for each row of the log its flags; none where no flag has a name
 */
public record PlayFlags(List<String> names, byte[] bits) {
    /** So many flags can be told apart. */
    public static final int MOST = Byte.SIZE;

    /** A log that has no flags. */
    public static final PlayFlags NONE = new PlayFlags(List.of(), new byte[0]);

    public PlayFlags {
        names = requireNames(names);
        int others = -1 << names.size();
        for (int row = 0; row < bits.length; row++) {
            if ((bits[row] & 0xff & others) != 0) {
                throw new IllegalArgumentException("row " + row + " has a flag without a name");
            }
        }
    }

    /** The names, where they can be those of flags. */
    static List<String> requireNames(List<String> names) {
        if (names.size() > MOST || Set.copyOf(names).size() != names.size()) {
            throw new IllegalArgumentException(
                    "flags must have distinct names and be at most " + MOST + " but are " + String.join(", ", names));
        }
        return List.copyOf(names);
    }

    /** Whether there is no flag. */
    public boolean isEmpty() {
        return names.isEmpty();
    }

    /** Whether a row has the flag at a position among the names. */
    public boolean has(int row, int flag) {
        return (of(row) >> flag & 1) == 1;
    }

    /** The flags of some rows, in the order asked for. */
    public PlayFlags rows(int[] rows) {
        if (isEmpty()) {
            return this;
        }
        byte[] picked = new byte[rows.length];
        for (int at = 0; at < rows.length; at++) {
            picked[at] = bits[rows[at]];
        }
        return new PlayFlags(names, picked);
    }

    /** These and, after them, the flags of later rows, which must have the same names. */
    public PlayFlags and(PlayFlags later) {
        if (!names.equals(later.names)) {
            throw new IllegalArgumentException("flags " + later.names + " cannot follow " + names);
        }
        byte[] both = Arrays.copyOf(bits, bits.length + later.bits.length);
        System.arraycopy(later.bits, 0, both, bits.length, later.bits.length);
        return new PlayFlags(names, both);
    }

    /** The flags of a row: bit f is that of the name at position f. */
    int of(int row) {
        return isEmpty() ? 0 : bits[row] & 0xff;
    }
}
