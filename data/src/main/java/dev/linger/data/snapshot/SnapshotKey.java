package dev.linger.data.snapshot;

import dev.linger.data.csv.Sha256;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.source.DataReport.InputFile;
import dev.linger.data.source.DataSource;
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
    static String of(List<InputFile> files, DataSource source, WatchRules watch) {
        return of(files.stream().collect(Collectors.toMap(InputFile::name, InputFile::sha256)), source, watch);
    }

    /** @param digests the SHA-256 of each file by its name */
    static String of(Map<String, String> digests, DataSource source, WatchRules watch) {
        String zones = ZoneRulesProvider.getVersions(source.zone()).lastKey();
        // The text of a record holds every component, so that none that is added later is forgotten here.
        String all = "format " + SnapshotFile.FORMAT + "\nzones " + zones + "\n"
                + source.getClass().getName() + "\n" + source + "\n" + watch + "\n" + new TreeMap<>(digests);
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
    }
}
