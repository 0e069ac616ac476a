package dev.linger.candidates.baseline;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.StrictColumns;
import dev.linger.data.Seed;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;

/**
 * Random order: a number in [0, 1) hashed from (seed, user, item), so it does not depend on who is asked first. The scorer is
 * named "random".
 */
public final class RandomOrder implements ItemScorer {
    private static final String FILE = "seed";

    private final long seed;
    private final int itemCount;

    public RandomOrder(int itemCount, Seed seed) {
        this(itemCount, seed.derive("random order").value());
    }

    private RandomOrder(int itemCount, long seed) {
        this.seed = seed;
        this.itemCount = itemCount;
    }

    static RandomOrder read(ModelReader from, int itemCount) {
        return from.columns(FILE, in -> {
            long seed = in.number64();
            StrictColumns.count(in, "items", itemCount);
            return new RandomOrder(itemCount, seed);
        });
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, out -> {
            out.number(seed);
            out.number(itemCount);
        });
    }

    @Override
    public String name() {
        return "random";
    }

    @Override
    public int itemCount() {
        return itemCount;
    }

    @Override
    public void score(int user, double[] scores) {
        long userHash = mix(seed ^ mix(user));
        for (int item = 0; item < itemCount; item++) {
            scores[item] = (mix(userHash + item) >>> 11) * 0x1p-53;
        }
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014) after its golden-ratio step. */
    private static long mix(long value) {
        long a = value * 0x9e3779b97f4a7c15L;
        long b = (a ^ (a >>> 30)) * 0xbf58476d1ce4e5b9L;
        long c = (b ^ (b >>> 27)) * 0x94d049bb133111ebL;
        return c ^ (c >>> 31);
    }
}
