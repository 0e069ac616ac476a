package dev.linger.data.kuairec;

import dev.linger.data.Progress;
import dev.linger.data.csv.SourceFile;
import dev.linger.data.kuairec.files.DataDirectory;
import java.util.Map;
import java.util.TreeMap;

/** The digests of the files that {@link KuaiRecReader} would read. */
final class FileDigests {
    private FileDigests() {}

    /**
     * The SHA-256 of each file by its name, in hexadecimal digits: of the log on one thread, of the others on another.
     *
     * @throws dev.linger.data.InputException where one cannot be read
     */
    static Map<String, String> of(DataDirectory files, Progress progress) {
        try (ReadingProgress reading = new ReadingProgress(progress, files.bytes());
                BackgroundTask<String> log =
                        BackgroundTask.start("log", () -> files.log().sha256(reading))) {
            Map<String, String> digests = new TreeMap<>();
            for (SourceFile file : files.besideLog()) {
                digests.put(file.name(), file.sha256(reading));
            }
            digests.put(files.log().name(), log.result());
            return digests;
        }
    }
}
