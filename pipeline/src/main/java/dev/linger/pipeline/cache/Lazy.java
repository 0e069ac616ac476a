package dev.linger.pipeline.cache;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is made when it is first asked for, once. */
public final class Lazy<T> implements Supplier<T> {
    private @Nullable Supplier<T> make;
    private @Nullable T made;

    private Lazy(@Nullable Supplier<T> make, @Nullable T made) {
        this.make = make;
        this.made = made;
    }

    public static <T> Lazy<T> of(Supplier<T> make) {
        return new Lazy<>(make, null);
    }

    /** One that is there already. */
    public static <T> Lazy<T> ofValue(T value) {
        return new Lazy<>(null, value);
    }

    /** Lets the value go: whoever asks for it from now on has made a mistake. */
    public synchronized void letGo() {
        make = null;
        made = null;
    }

    @Override
    public synchronized T get() {
        Supplier<T> missing = make;
        T value = made;
        if (value == null) {
            if (missing == null) {
                throw new IllegalStateException("the value was let go");
            }
            value = missing.get();
            made = value;
            make = null; // what it was made of may be large
        }
        return value;
    }
}
