package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import java.nio.ByteOrder;
import java.util.function.LongConsumer;

/** Native memory for the arguments of one call or of a few, freed on closing. */
final class NativeArray implements AutoCloseable {
    private static final long LOW_HALF = 0xffff_ffffL;

    private final long address;
    private final LongConsumer free;

    private NativeArray(long address, LongConsumer free) {
        this.address = address;
        this.free = free;
    }

    /** A copy of the floats. */
    static NativeArray of(float[] values) {
        NativeArray array = ofFloats(values.length);
        array.set(values, 0, values.length);
        return array;
    }

    /** Room for so many floats. */
    static NativeArray ofFloats(int count) {
        return new NativeArray(lightgbmlibJNI.new_longArray((count + 1) / 2), lightgbmlibJNI::delete_longArray);
    }

    /** Room for so many ints. */
    static NativeArray ofInts(int count) {
        return new NativeArray(lightgbmlibJNI.new_intArray(count), lightgbmlibJNI::delete_intArray);
    }

    /** Room for the addresses of so many arrays, all at 0 yet. */
    static NativeArray ofAddresses(int count) {
        return new NativeArray(lightgbmlibJNI.new_voidPtrArray(count), lightgbmlibJNI::delete_voidPtrArray);
    }

    /**
     * Copies {@code values[from..to-1]} to the beginning of an array of floats. A call from Java to native code takes longer
     * than what it does here, and none copies an array; so two floats go at once, as the halves of a long.
     */
    void set(float[] values, int from, int to) {
        boolean littleEndian = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;
        for (int at = from; at < to; at += 2) {
            long first = Float.floatToRawIntBits(values[at]) & LOW_HALF;
            long second = at + 1 < to ? Float.floatToRawIntBits(values[at + 1]) & LOW_HALF : 0;
            long both = littleEndian ? second << 32 | first : first << 32 | second;
            lightgbmlibJNI.longArray_setitem(address, (at - from) / 2, both);
        }
    }

    void setDouble(int at, double value) {
        lightgbmlibJNI.doubleArray_setitem(address, at, value);
    }

    void setInt(int at, int value) {
        lightgbmlibJNI.intArray_setitem(address, at, value);
    }

    void setAddress(int at, NativeArray of) {
        lightgbmlibJNI.voidPtrArray_setitem(address, at, of.address);
    }

    /** A copy of the ints. */
    static NativeArray of(int[] values) {
        NativeArray array = ofInts(values.length);
        for (int at = 0; at < values.length; at++) {
            array.setInt(at, values[at]);
        }
        return array;
    }

    /** Room for so many doubles. */
    static NativeArray ofDoubles(int count) {
        return new NativeArray(lightgbmlibJNI.new_doubleArray(count), lightgbmlibJNI::delete_doubleArray);
    }

    /** Room for one int. */
    static NativeArray ofInt() {
        return new NativeArray(lightgbmlibJNI.new_intp(), lightgbmlibJNI::delete_intp);
    }

    /** Room for the handle of a native object. */
    static NativeArray ofHandle() {
        return new NativeArray(lightgbmlibJNI.new_voidpp(), lightgbmlibJNI::delete_voidpp);
    }

    long address() {
        return address;
    }

    double doubleAt(int at) {
        return lightgbmlibJNI.doubleArray_getitem(address, at);
    }

    int asInt() {
        return lightgbmlibJNI.intp_value(address);
    }

    long asHandle() {
        return lightgbmlibJNI.voidpp_value(address);
    }

    @Override
    public void close() {
        free.accept(address);
    }
}
