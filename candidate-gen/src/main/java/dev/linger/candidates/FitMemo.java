package dev.linger.candidates;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What several fits to the same plays have in common, made by the first of them that asks for it. */
public final class FitMemo {
    private final Map<Object, Object> made = new HashMap<>();

    /**
     * What was made under the key before, or is now.
     *
     * @param key equal where what is made would be, and of a class that nobody else has keys of
     */
    public synchronized <T> T get(Object key, Class<T> type, Supplier<T> make) {
        Object before = made.get(key);
        if (before != null) {
            return type.cast(before);
        }
        T now = make.get(); // may ask for other things itself
        made.put(key, now);
        return now;
    }
}
