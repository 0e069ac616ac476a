package dev.linger.pipeline.malformed;

import dev.linger.data.Seed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Packed files that are cut, altered, or have something behind their end. */
final class GzipDamage {
    private static final int TRAILER = 8;

    /** A packed file made of the two halves of a text. */
    @FunctionalInterface
    private interface Change {
        byte[] of(byte[] first, byte[] second, SplittableRandom random);
    }

    private static final Map<String, Change> CHANGES = changes();

    private GzipDamage() {}

    private static Map<String, Change> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        addCuts(changes);
        addMembers(changes);
        changes.put("a bit flipped", (first, second, random) -> ByteDamage.CHANGES
                .get("a bit flipped")
                .of(SlowGzip.packed(ByteDamage.joined(first, second)), random));
        changes.put("a byte of the header altered", (first, second, random) -> {
            byte[] whole = SlowGzip.packed(ByteDamage.joined(first, second));
            whole[random.nextInt(10)] ^= (byte) (1 + random.nextInt(255));
            return whole;
        });
        changes.put("another checksum", (first, second, random) -> {
            byte[] whole = SlowGzip.packed(ByteDamage.joined(first, second));
            whole[whole.length - TRAILER + random.nextInt(4)] ^= (byte) (1 + random.nextInt(255));
            return whole;
        });
        changes.put("another length", (first, second, random) -> {
            byte[] whole = SlowGzip.packed(ByteDamage.joined(first, second));
            whole[whole.length - 4 + random.nextInt(4)] ^= (byte) (1 + random.nextInt(255));
            return whole;
        });
        changes.put("other text under the old checksum", (first, second, random) -> {
            byte[] text = ByteDamage.joined(first, second);
            byte[] whole = SlowGzip.packed(text);
            byte[] other =
                    SlowGzip.packed(ByteDamage.CHANGES.get("a bit flipped").of(text, random));
            return ByteDamage.joined(
                    Arrays.copyOf(other, other.length - TRAILER), ByteDamage.tail(whole, whole.length - TRAILER));
        });
        changes.put("plain text called .gz", (first, second, random) -> ByteDamage.joined(first, second));
        return changes;
    }

    private static void addCuts(Map<String, Change> changes) {
        for (int bytes : new int[] {1, 4, 8, 9}) {
            changes.put("cut by " + bytes, (first, second, random) -> {
                byte[] whole = SlowGzip.packed(ByteDamage.joined(first, second));
                return Arrays.copyOf(whole, whole.length - bytes);
            });
        }
        changes.put("cut anywhere", (first, second, random) -> {
            byte[] whole = SlowGzip.packed(ByteDamage.joined(first, second));
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        });
    }

    private static void addMembers(Map<String, Change> changes) {
        changes.put(
                "two members",
                (first, second, random) -> ByteDamage.joined(SlowGzip.packed(first), SlowGzip.packed(second)));
        changes.put(
                "an empty member",
                (first, second, random) -> random.nextBoolean()
                        ? ByteDamage.joined(
                                SlowGzip.packed(first), SlowGzip.packed(new byte[0]), SlowGzip.packed(second))
                        : ByteDamage.joined(
                                SlowGzip.packed(ByteDamage.joined(first, second)), SlowGzip.packed(new byte[0])));
        changes.put("second member cut", (first, second, random) -> {
            byte[] member = SlowGzip.packed(second);
            return ByteDamage.joined(
                    SlowGzip.packed(first), Arrays.copyOf(member, 1 + random.nextInt(member.length - 1)));
        });
        changes.put(
                "second member damaged",
                (first, second, random) -> ByteDamage.joined(
                        SlowGzip.packed(first),
                        ByteDamage.CHANGES.get("a byte overwritten").of(SlowGzip.packed(second), random)));
        changes.put(
                "padding between members",
                (first, second, random) -> ByteDamage.joined(
                        SlowGzip.packed(first), new byte[1 + random.nextInt(600)], SlowGzip.packed(second)));
        changes.put(
                "zeros behind the end",
                (first, second, random) -> ByteDamage.joined(
                        SlowGzip.packed(ByteDamage.joined(first, second)), new byte[1 + random.nextInt(600)]));
        changes.put("bytes behind the end", (first, second, random) -> {
            byte[] more = new byte[1 + random.nextInt(40)];
            for (int at = 0; at < more.length; at++) {
                more[at] = (byte) (1 + random.nextInt(255));
            }
            return ByteDamage.joined(SlowGzip.packed(ByteDamage.joined(first, second)), more);
        });
        changes.put(
                "plain text behind the end",
                (first, second, random) -> ByteDamage.joined(SlowGzip.packed(first), second));
        changes.put(
                "packed twice",
                (first, second, random) -> SlowGzip.packed(SlowGzip.packed(ByteDamage.joined(first, second))));
    }

    static List<DataVariant> variants(int perFile) {
        List<DataVariant> variants = new ArrayList<>();
        CHANGES.forEach((kind, change) -> {
            for (String file : SoundData.FILES) {
                SplittableRandom random = new Seed(74).stream("malformed " + kind + " " + file);
                String text = new String(SoundData.table(file).bytes(), StandardCharsets.ISO_8859_1);
                for (int number = 0; number < perFile; number++) {
                    int half = 1 + text.indexOf('\n', random.nextInt(text.length() - 1));
                    byte[] packed = change.of(
                            text.substring(0, half).getBytes(StandardCharsets.ISO_8859_1),
                            text.substring(half).getBytes(StandardCharsets.ISO_8859_1),
                            random);
                    variants.add(DataVariant.packed("gzip: " + kind, file + " " + number, file, 0, packed));
                }
            }
        });
        return variants;
    }
}
