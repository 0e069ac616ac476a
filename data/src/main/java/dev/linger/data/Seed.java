package dev.linger.data;

import java.util.SplittableRandom;

/**
 * The one seed of a run. Each use derives its own stream by name, so adding a use changes no other.
 *
 * @param value any number
 */
public record Seed(long value) {
    /**
     * The stream of the use with this name: the same seed and name give the same whole numbers on every machine; normal ones
     * may differ between versions of Java.
     */
    public SplittableRandom stream(String name) {
        return new SplittableRandom(derive(name).value());
    }

    /** The seed of the use with this name. */
    public Seed derive(String name) {
        long hash = 0xcbf29ce484222325L; // FNV-1a over the name's UTF-16 units
        for (int at = 0; at < name.length(); at++) {
            hash = (hash ^ name.charAt(at)) * 0x100000001b3L;
        }
        return new Seed(mix(mix(value) ^ hash));
    }

    /** A small non-negative form, for libraries that take an int. */
    public int asInt() {
        return (int) (mix(value) >>> 33);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
        return b ^ (b >>> 31);
    }
}
