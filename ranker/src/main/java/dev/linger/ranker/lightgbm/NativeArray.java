package dev.linger.ranker.lightgbm;

import com.microsoft.ml.lightgbm.lightgbmlibJNI;
import java.util.function.LongConsumer;

/** Native memory for the arguments of one call or of a few, freed on closing. */
final class NativeArray implements AutoCloseable {
    private final long address;
    private final LongConsumer free;

    private NativeArray(long address, LongConsumer free) {
        this.address = address;
        this.free = free;
    }

    /** A copy of the floats. */
    static NativeArray of(float[] values) {
        NativeArray array =
                new NativeArray(lightgbmlibJNI.new_floatArray(values.length), lightgbmlibJNI::delete_floatArray);
        for (int at = 0; at < values.length; at++) {
            lightgbmlibJNI.floatArray_setitem(array.address, at, values[at]);
        }
        return array;
    }

    /** A copy of the ints. */
    static NativeArray of(int[] values) {
        NativeArray array =
                new NativeArray(lightgbmlibJNI.new_intArray(values.length), lightgbmlibJNI::delete_intArray);
        for (int at = 0; at < values.length; at++) {
            lightgbmlibJNI.intArray_setitem(array.address, at, values[at]);
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
