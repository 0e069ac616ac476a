package dev.linger.pipeline.malformed;

import dev.linger.data.Seed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Ways in which the files of a folder that Linger wrote are not as it wrote them. */
final class StoredDamage {
    /**
     * A damaged file of a folder.
     *
     * @param kind of the damage
     * @param path the file's path from the folder
     * @param number which of its kind and file
     * @param bytes of the file; null where it is gone or a folder
     * @param isFolder whether a folder stands in its place
     */
    record Variant(String kind, String path, int number, byte[] bytes, boolean isFolder) {
        String name() {
            return path + " " + number;
        }

        void applyTo(FolderCopy copy) {
            if (isFolder) {
                copy.makeFolder(path);
            } else if (bytes == null) {
                copy.delete(path);
            } else {
                copy.put(path, bytes);
            }
        }
    }

    private static final Map<String, ByteDamage.Change> CHANGES = changes();

    private StoredDamage() {}

    private static Map<String, ByteDamage.Change> changes() {
        Map<String, ByteDamage.Change> changes = new LinkedHashMap<>();
        for (String kind : List.of(
                "a bit flipped",
                "a byte overwritten",
                "bytes deleted",
                "bytes repeated",
                "cut off at any byte",
                "NUL put in")) {
            ByteDamage.Change change = ByteDamage.CHANGES.get(kind);
            changes.put(kind, (bytes, random) -> bytes.length < 40 ? new byte[] {7} : change.of(bytes, random));
        }
        changes.put("empty", (bytes, random) -> bytes.length == 0 ? new byte[1] : new byte[0]);
        changes.put("longer", (bytes, random) -> ByteDamage.joined(bytes, new byte[1 + random.nextInt(16)]));
        return changes;
    }

    /** One of so many, so that every kind and file has its turn. */
    static List<Variant> oneOf(int many, List<Variant> variants) {
        return IntStream.range(0, variants.size())
                .filter(at -> at % many == 0)
                .mapToObj(variants::get)
                .toList();
    }

    /** Damage of bytes of each file, files that are gone, and folders in their place. */
    static List<Variant> variants(String what, FolderCopy copy, List<String> paths, int each) {
        List<Variant> variants = new ArrayList<>();
        for (String path : paths) {
            SplittableRandom random = new Seed(91).stream("malformed " + what + " " + path);
            byte[] bytes = copy.files().get(path);
            CHANGES.forEach((kind, change) -> {
                for (int number = 0; number < each; number++) {
                    byte[] changed = change.of(bytes, random);
                    if (!Arrays.equals(changed, bytes)) {
                        variants.add(new Variant(what + ": " + kind, path, number, changed, false));
                    }
                }
            });
            variants.add(new Variant(what + ": a file missing", path, 0, null, false));
            variants.add(new Variant(what + ": a folder for a file", path, 0, null, true));
        }
        return variants;
    }

    /** Lines of a file of text taken away, repeated, exchanged or altered. */
    static List<Variant> lines(String what, FolderCopy copy, String path, int each) {
        List<Variant> variants = new ArrayList<>();
        SplittableRandom random = new Seed(92).stream("malformed lines of " + what + " " + path);
        String text = new String(copy.files().get(path), StandardCharsets.UTF_8);
        for (int number = 0; number < each; number++) {
            List<String> lines = new ArrayList<>(text.lines().toList());
            int at = random.nextInt(lines.size());
            switch (number % 4) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(at, lines.get(random.nextInt(lines.size())));
                default -> lines.set(at, lines.get(at).replaceFirst("[0-9a-f]", "z"));
            }
            String changed = String.join("\n", lines) + "\n";
            if (!changed.equals(text)) {
                variants.add(new Variant(
                        what + ": lines dropped or altered",
                        path,
                        number,
                        changed.getBytes(StandardCharsets.UTF_8),
                        false));
            }
        }
        return variants;
    }
}
