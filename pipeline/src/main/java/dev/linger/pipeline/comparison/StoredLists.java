package dev.linger.pipeline.comparison;

import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.pipeline.report.CsvLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The first videos of each user's list in a finished run.
 *
 * @param ofUser ids of the videos, best first, by the id of the user
 */
record StoredLists(Map<Id, List<Id>> ofUser) {
    private static final String HEADER = "user_id,rank,video_id,score";

    /** @param depth how many of each list are read */
    static StoredLists read(Path folder, int depth) {
        Path file = folder.resolve("recommendations.csv");
        Map<Id, List<Id>> lists = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            if (!HEADER.equals(lines.readLine())) {
                throw new InputException(file + ", line 1: must be " + HEADER + "; make the run again");
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = CsvLine.split(line);
                if (Integer.parseInt(cells[1]) <= depth) {
                    lists.computeIfAbsent(Id.written(cells[0]), user -> new ArrayList<>())
                            .add(Id.written(cells[2]));
                }
            }
        } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException failure) {
            throw new InputException(file + ": cannot be read (" + failure + "); make the run again", failure);
        }
        return new StoredLists(lists);
    }

    /** In how many of the lists each video is. */
    Map<Id, Integer> shown() {
        Map<Id, Integer> counts = new HashMap<>();
        ofUser.values().forEach(list -> list.forEach(video -> counts.merge(video, 1, Integer::sum)));
        return counts;
    }
}
