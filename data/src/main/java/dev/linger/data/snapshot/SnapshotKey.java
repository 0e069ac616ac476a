package dev.linger.data.snapshot;

import dev.linger.data.csv.Sha256;
import dev.linger.data.kuairec.CleaningConfig;
import dev.linger.data.kuairec.DataReport.InputFile;
import java.nio.charset.StandardCharsets;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What determines a data set: one SHA-256 of all of it, in hexadecimal digits. */
final class SnapshotKey {
    private SnapshotKey() {}

    /** The key of a data set that was read. */
    static String of(List<InputFile> files, CleaningConfig config) {
        return of(files.stream().collect(Collectors.toMap(InputFile::name, InputFile::sha256)), config);
    }

    /** @param digests the SHA-256 of each file by its name */
    static String of(Map<String, String> digests, CleaningConfig config) {
        String zones = ZoneRulesProvider.getVersions(config.zone()).lastKey();
        // The text of a record holds every component, so that none that is added later is forgotten here.
        String all =
                "format " + SnapshotFile.FORMAT + "\nzones " + zones + "\n" + config + "\n" + new TreeMap<>(digests);
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
    }
}
