package dev.linger.data;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * External id &lt;-&gt; dense index, frozen. All ids are whole numbers, or all are texts. Indices run from 0 in ascending order
 * of the ids, so ordering by index is ordering by id: the tie rule "external id ascending" is "index ascending". Texts ascend
 * as unsigned bytes of UTF-8, which is by code points.
 */
public final class IdIndex implements Serializable {
    private static final long serialVersionUID = 1;

    /** Index of an id that is not known. */
    public static final int UNKNOWN = -1;

    private final String what;
    private final long[] numbers;
    private final @Nullable PackedTexts texts;

    private IdIndex(String what, long[] numbers, @Nullable PackedTexts texts) {
        this.what = what;
        this.numbers = numbers;
        this.texts = texts;
    }

    /** The index of the distinct ids of the stream; {@code what} names the kind of id in errors ("user", "item"). */
    public static IdIndex of(String what, LongStream ids) {
        return new IdIndex(what, ids.sorted().distinct().toArray(), null);
    }

    /**
     * The index of the distinct texts.
     *
     * @throws IllegalArgumentException where one is no id, see {@link Id#fault}
     * @throws InputException where they are longer together than an array may be
     */
    public static IdIndex ofTexts(String what, Collection<String> ids) {
        byte[][] utf8 = ids.stream()
                .distinct()
                .map(id -> Id.of(id).toString().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        Arrays.sort(utf8, PackedTexts::compare);
        return new IdIndex(what, new long[0], PackedTexts.of(what + " id", "number the ids", utf8));
    }

    /**
     * The index of texts that stand one after another.
     *
     * @param ends for each text where it ends, which is where the next begins
     * @throws IllegalArgumentException where they do not ascend, or one is no id
     */
    public static IdIndex ofTexts(String what, byte[] utf8, int[] ends) {
        PackedTexts texts = new PackedTexts(what + " id", utf8, ends);
        if (!texts.ascend()) {
            throw new IllegalArgumentException(what + " ids do not ascend");
        }
        for (int index = 0; index < texts.size(); index++) {
            Id.of(texts.get(index));
        }
        return new IdIndex(what, new long[0], texts);
    }

    /** The kind of id, as errors name it. */
    public String what() {
        return what;
    }

    /** Whether ids are texts. */
    public boolean isText() {
        return texts != null;
    }

    public int size() {
        return texts == null ? numbers.length : texts.size();
    }

    /** The dense index of a number, or {@link #UNKNOWN}. */
    public int indexOf(long id) {
        int last = numbers.length - 1;
        if (last >= 0 && numbers[0] == 0 && numbers[last] == last) {
            return id >= 0 && id <= last ? (int) id : UNKNOWN;
        }
        int at = Arrays.binarySearch(numbers, id);
        return at >= 0 ? at : UNKNOWN;
    }

    /** The dense index of a text, or {@link #UNKNOWN}. */
    public int indexOf(String id) {
        int at = texts == null ? UNKNOWN : texts.find(id.getBytes(StandardCharsets.UTF_8));
        return at >= 0 ? at : UNKNOWN;
    }

    /** The dense index of an external id, or {@link #UNKNOWN}; a number is none of texts, and a text none of numbers. */
    public int indexOf(Id id) {
        return id.text() == null ? indexOf(id.number()) : indexOf(id.text());
    }

    /** The dense index of each of some numbers, or {@link #UNKNOWN}. */
    public int[] indicesOf(long[] some) {
        return LongStream.of(some).mapToInt(this::indexOf).toArray();
    }

    /** The dense index of the id that is written so, or {@link #UNKNOWN}. */
    public int indexOfWritten(String written) {
        return texts != null
                ? indexOf(written)
                : Id.WHOLE.matcher(written).matches() ? indexOf(Long.parseLong(written)) : UNKNOWN;
    }

    /** The external id at a dense index. */
    public Id id(int index) {
        return texts == null ? Id.of(number(index)) : Id.of(texts.get(checked(index)));
    }

    /**
     * The number at a dense index.
     *
     * @throws IllegalStateException where ids are texts
     */
    public long number(int index) {
        if (texts != null) {
            throw new IllegalStateException(what + " ids are texts");
        }
        return numbers[checked(index)];
    }

    /**
     * The id that is written so.
     *
     * @throws InputException where ids are numbers and this is none, or are texts and this cannot be one
     */
    public Id parse(String written) {
        if (texts == null && Id.WHOLE.matcher(written).matches()) {
            return Id.of(Long.parseLong(written));
        }
        String fault = texts == null ? "is a whole number without leading zeros" : Id.fault(written);
        if (!fault.isEmpty()) {
            throw new InputException("a " + what + "'s id " + fault + ", but was given as \"" + written + "\"");
        }
        return Id.of(written);
    }

    /** All texts, one after another; none where ids are numbers. */
    public byte[] utf8() {
        return texts == null ? new byte[0] : texts.utf8;
    }

    /** For each text where it ends; none where ids are numbers. */
    public int[] ends() {
        return texts == null ? new int[0] : texts.ends;
    }

    private int checked(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException(what + " index " + index + " is not in 0.." + (size() - 1));
        }
        return index;
    }
}
