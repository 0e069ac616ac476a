package dev.linger.data;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * External id &lt;-&gt; dense index, frozen. Indices run from 0 in ascending order of the ids, so ordering by index is
 * ordering by id: the tie rule "external id ascending" is "index ascending".
 */
public final class IdIndex {
    /** Index of an id that is not known. */
    public static final int UNKNOWN = -1;

    private final String what;
    private final long[] ids;

    private IdIndex(String what, long[] ids) {
        this.what = what;
        this.ids = ids;
    }

    /** The index of the distinct ids of the stream; {@code what} names the kind of id in errors ("user", "item"). */
    public static IdIndex of(String what, LongStream ids) {
        return new IdIndex(what, ids.sorted().distinct().toArray());
    }

    /** The kind of id, as errors name it. */
    public String what() {
        return what;
    }

    public int size() {
        return ids.length;
    }

    /** The dense index of an external id, or {@link #UNKNOWN}. */
    public int indexOf(long id) {
        int last = ids.length - 1;
        if (last >= 0 && ids[0] == 0 && ids[last] == last) {
            return id >= 0 && id <= last ? (int) id : UNKNOWN;
        }
        int at = Arrays.binarySearch(ids, id);
        return at >= 0 ? at : UNKNOWN;
    }

    /** The dense index of each of some external ids, or {@link #UNKNOWN}. */
    public int[] indicesOf(long[] some) {
        return LongStream.of(some).mapToInt(this::indexOf).toArray();
    }

    /** The external id at a dense index. */
    public long id(int index) {
        if (index < 0 || index >= ids.length) {
            throw new IndexOutOfBoundsException(what + " index " + index + " is not in 0.." + (ids.length - 1));
        }
        return ids[index];
    }
}
