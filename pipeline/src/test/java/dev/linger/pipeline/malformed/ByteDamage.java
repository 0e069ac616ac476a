package dev.linger.pipeline.malformed;

import dev.linger.data.Seed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Files with bytes changed, taken out or put in, wherever these stand. */
final class ByteDamage {
    /** What becomes of the bytes. */
    @FunctionalInterface
    interface Change {
        byte[] of(byte[] bytes, SplittableRandom random);
    }

    static final Map<String, Change> CHANGES = changes();

    private ByteDamage() {}

    private static Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("a bit flipped", (bytes, random) -> {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            return changed;
        });
        changes.put("a byte overwritten", (bytes, random) -> {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            return changed;
        });
        changes.put("bytes deleted", (bytes, random) -> {
            int from = random.nextInt(bytes.length - 4);
            return joined(Arrays.copyOf(bytes, from), new byte[0], tail(bytes, from + 1 + random.nextInt(4)));
        });
        changes.put("bytes repeated", (bytes, random) -> {
            int from = random.nextInt(bytes.length - 20);
            int to = from + 1 + random.nextInt(20);
            return joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, to), tail(bytes, to));
        });
        changes.put("cut off at any byte", (bytes, random) -> Arrays.copyOf(bytes, random.nextInt(bytes.length)));
        changes.put(
                "a random byte put in",
                (bytes, random) -> with(bytes, random, new byte[] {(byte) random.nextInt(256)}));
        changes.put("NUL put in", (bytes, random) -> with(bytes, random, new byte[1 + random.nextInt(3)]));
        changes.put(
                "a control character put in",
                (bytes, random) -> with(bytes, random, new byte[] {
                    (byte) "\b\u0001\u0007\u000b\f\u001b\u007f\t".charAt(random.nextInt(8))
                }));
        changes.put("bytes that are not UTF-8 put in", (bytes, random) -> {
            int[][] wrong = {
                {0xc3}, {0xff}, {0xc0, 0x80}, {0xed, 0xa0, 0x80}, {0xf5, 0x80, 0x80, 0x80}, {0x80}, {0xe5, 0xbb}
            };
            int[] some = wrong[random.nextInt(wrong.length)];
            byte[] put = new byte[some.length];
            for (int at = 0; at < put.length; at++) {
                put[at] = (byte) some[at];
            }
            return with(bytes, random, put);
        });
        changes.put(
                "a byte order mark inside",
                (bytes, random) -> with(bytes, random, "\ufeff".getBytes(StandardCharsets.UTF_8)));
        changes.put("a quote put in", (bytes, random) -> with(bytes, random, new byte[] {'"'}));
        changes.put(
                "a comma or line end put in",
                (bytes, random) -> with(bytes, random, new byte[] {(byte) ",\n\r".charAt(random.nextInt(3))}));
        return changes;
    }

    static List<DataVariant> variants(int perFile) {
        List<DataVariant> variants = new ArrayList<>();
        CHANGES.forEach((kind, change) -> {
            for (String file : SoundData.FILES) {
                SplittableRandom random = new Seed(71).stream("malformed " + kind + " " + file);
                for (int number = 0; number < perFile; number++) {
                    byte[] bytes = change.of(SoundData.table(file).bytes(), random);
                    String name = file + " " + number;
                    variants.add(
                            number % 3 == 1
                                    ? DataVariant.packed("bytes: " + kind, name, file, 0, SlowGzip.packed(bytes))
                                    : DataVariant.plain("bytes: " + kind, name, file, 0, bytes));
                }
            }
        });
        return variants;
    }

    private static byte[] with(byte[] bytes, SplittableRandom random, byte[] put) {
        int at = random.nextInt(bytes.length + 1);
        return joined(Arrays.copyOf(bytes, at), put, tail(bytes, at));
    }

    static byte[] tail(byte[] bytes, int from) {
        return Arrays.copyOfRange(bytes, Math.min(from, bytes.length), bytes.length);
    }

    static byte[] joined(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
