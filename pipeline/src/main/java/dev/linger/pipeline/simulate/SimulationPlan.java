package dev.linger.pipeline.simulate;

import dev.linger.data.InputException;
import dev.linger.simulation.Preset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * In which worlds policies are tried, and for how long.
 *
 * @param data the data set in whose fully observed matrix they are tried; empty for generated worlds
 * @param preset of the generated worlds
 * @param burnIn how many days are lived at random before policies begin, and added to the log
 * @param days how many days follow the log
 * @param videosPerVisit how many videos a user is shown who comes
 * @param seeds of the worlds, one each
 */
public record SimulationPlan(
        Optional<Path> data, Preset preset, int burnIn, int days, int videosPerVisit, List<Long> seeds) {
    /** Into so many groups the users of an observed matrix are divided, so that a difference has an interval. */
    static final int GROUPS = 10;

    /** @throws InputException where there is nothing to simulate */
    public SimulationPlan {
        seeds = List.copyOf(seeds);
        require(burnIn >= 0, "--burn-in must be >= 0 but is " + burnIn);
        require(days >= 2, "--days must be >= 2 but is " + days);
        require(videosPerVisit >= 1, "--videos must be >= 1 but is " + videosPerVisit);
        require(
                !seeds.isEmpty() && seeds.size() <= SeedInterval.MOST,
                "--seeds must name 1 to " + SeedInterval.MOST + " seeds but names " + seeds.size());
        require(new HashSet<>(seeds).size() == seeds.size(), "--seeds names a seed twice: " + seeds);
    }

    /** Where it is, and what the rows of its tables are means of. */
    String title() {
        return data.map(folder ->
                        "the fully observed matrix of " + folder.getFileName() + ", the mean over groups of its users")
                .orElseGet(() -> "the preset " + preset.label() + ", the mean of " + seeds.size() + " worlds");
    }

    private static void require(boolean isSo, String message) {
        if (!isSo) {
            throw new InputException(message);
        }
    }
}
