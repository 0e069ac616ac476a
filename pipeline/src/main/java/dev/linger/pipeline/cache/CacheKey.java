package dev.linger.pipeline.cache;

import dev.linger.data.csv.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * All that determines the value of a step, as one digest.
 *
 * @param step what is made, in kebab-case: how people know the entry
 * @param digest SHA-256 in hexadecimal digits
 */
public record CacheKey(String step, String digest) {
    /** The key of whatever is not kept. */
    static final CacheKey NONE = new CacheKey("none", "0".repeat(64));

    private static final int SHOWN_DIGITS = 32;

    /** The key of a step that is made from another step's value, and of these beside it. */
    public CacheKey then(String next, Object... parts) {
        return of(digest, next, parts);
    }

    static CacheKey of(String common, String step, Object... parts) {
        StringBuilder all = new StringBuilder(common).append('\n').append(step);
        for (Object part : parts) {
            String text = part instanceof CacheKey key
                    ? key.digest
                    : String.valueOf(part instanceof Supplier<?> later ? later.get() : part);
            all.append('\n').append(text.length()).append(' ').append(text);
        }
        return new CacheKey(step, Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The name of the entry's folder. */
    String folder() {
        return step + "-" + digest.substring(0, SHOWN_DIGITS);
    }
}
