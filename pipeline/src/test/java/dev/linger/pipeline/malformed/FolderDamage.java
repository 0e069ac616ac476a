package dev.linger.pipeline.malformed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folders in which a file is missing, empty, another file, there twice, or no file. */
final class FolderDamage {
    private FolderDamage() {}

    static List<DataVariant> variants() {
        List<DataVariant> variants = new ArrayList<>();
        for (String file : SoundData.FILES) {
            SoundTable table = SoundData.table(file);
            boolean needed = SoundData.REQUIRED.contains(file);
            variants.add(
                    new DataVariant("folder: a file missing", file, file, 0, Map.of(), Set.of(file), Set.of(), needed));
            variants.add(new DataVariant(
                    "folder: an empty file", file, file, 0, Map.of(file, new byte[0]), Set.of(), Set.of(), true));
            variants.add(new DataVariant(
                    "folder: an empty file",
                    file + ".gz",
                    file,
                    0,
                    Map.of(file + ".gz", new byte[0]),
                    Set.of(file),
                    Set.of(),
                    true));
            variants.add(new DataVariant(
                    "folder: an empty file",
                    file + ".gz of nothing",
                    file,
                    0,
                    Map.of(file + ".gz", SlowGzip.packed(new byte[0])),
                    Set.of(file),
                    Set.of(),
                    true));
            variants.add(new DataVariant(
                    "folder: a header and no rows",
                    file,
                    file,
                    0,
                    Map.of(file, SoundTable.bytes(table.texts().subList(0, 1))),
                    Set.of(),
                    Set.of(),
                    needed));
            variants.add(new DataVariant(
                    "folder: a file there twice",
                    file,
                    file,
                    0,
                    Map.of(file + ".gz", SlowGzip.packed(table.bytes())),
                    Set.of(),
                    Set.of(),
                    true));
            for (String name : List.of(file, file + ".gz")) {
                variants.add(new DataVariant(
                        "folder: a folder for a file", name, file, 0, Map.of(), Set.of(file), Set.of(name), true));
            }
            for (String other : SoundData.FILES) {
                boolean alike = SoundData.columns(other)
                        .keySet()
                        .containsAll(SoundData.columns(file).keySet());
                if (!other.equals(file)) {
                    variants.add(new DataVariant(
                            "folder: another file under its name",
                            other + " as " + file,
                            file,
                            0,
                            Map.of(file, SoundData.table(other).bytes()),
                            Set.of(),
                            Set.of(),
                            !alike));
                }
            }
        }
        return variants;
    }
}
