package dev.linger.pipeline.simulate;

import dev.linger.data.InputException;
import dev.linger.simulation.Preset;
import java.util.HashSet;
import java.util.List;

/**
 * In which worlds policies are tried, and for how long.
 *
 * @param preset of the worlds
 * @param days how many days follow the log
 * @param videosPerVisit how many videos a user is shown who comes
 * @param seeds of the worlds, one each
 */
public record SimulationPlan(Preset preset, int days, int videosPerVisit, List<Long> seeds) {
    /** @throws InputException where there is nothing to simulate */
    public SimulationPlan {
        seeds = List.copyOf(seeds);
        require(days >= 2, "--days must be >= 2 but is " + days);
        require(videosPerVisit >= 1, "--videos must be >= 1 but is " + videosPerVisit);
        require(
                !seeds.isEmpty() && seeds.size() <= SeedInterval.MOST,
                "--seeds must name 1 to " + SeedInterval.MOST + " seeds but names " + seeds.size());
        require(new HashSet<>(seeds).size() == seeds.size(), "--seeds names a seed twice: " + seeds);
    }

    private static void require(boolean isSo, String message) {
        if (!isSo) {
            throw new InputException(message);
        }
    }
}
