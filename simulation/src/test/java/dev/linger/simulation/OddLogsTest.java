package dev.linger.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Progress;
import dev.linger.data.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The presets of logs that KuaiRec is not like. */
class OddLogsTest {
    @TempDir
    private Path folder;

    @Test
    void ratings_lie_on_five_levels_and_none_of_them_is_rare() throws IOException {
        List<String[]> rows = rows(Preset.FEW_LEVELS);
        assertEquals(100_000, rows.size());
        Set<Double> levels = rows.stream().map(row -> ratio(row)).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(0.25, 0.5, 0.75, 1.0, 1.25), levels);
        long highest = rows.stream().filter(row -> ratio(row) > 1).count();
        assertTrue(highest > 15_000 && highest < 40_000, highest + " ratings of five stars");
    }

    @Test
    void no_capped_play_is_longer_than_its_video() throws IOException {
        assertEquals(
                1,
                rows(Preset.CAPPED).stream()
                        .mapToDouble(row -> ratio(row))
                        .max()
                        .orElseThrow());
    }

    @Test
    void decades_have_days_without_plays_and_most_users_after_a_cut_are_new() throws IOException {
        List<String[]> rows = rows(Preset.DECADES);
        long days = rows.stream().map(row -> row[5]).distinct().count();
        assertTrue(days > 3_000 && days < 6_000, days + " days with plays");
        List<String[]> inOrder = rows.stream()
                .sorted((one, other) -> Double.compare(Double.parseDouble(one[6]), Double.parseDouble(other[6])))
                .toList();
        int cut = inOrder.size() * 4 / 5;
        Set<String> before = inOrder.subList(0, cut).stream().map(row -> row[0]).collect(Collectors.toSet());
        Set<String> after =
                inOrder.subList(cut, inOrder.size()).stream().map(row -> row[0]).collect(Collectors.toSet());
        Set<String> fresh = new HashSet<>(after);
        fresh.removeAll(before);
        assertTrue(fresh.size() > 0.6 * after.size(), fresh.size() + " of " + after.size() + " users are new");
    }

    private static double ratio(String[] row) {
        return Double.parseDouble(row[7]);
    }

    private List<String[]> rows(Preset preset) throws IOException {
        Path files = folder.resolve("files");
        SyntheticData.generate(preset, new Seed(42), files, Progress.SILENT);
        return Files.readAllLines(files.resolve("big_matrix.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
