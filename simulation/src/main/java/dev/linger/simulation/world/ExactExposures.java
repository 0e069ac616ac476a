package dev.linger.simulation.world;

import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.draw.QuantileCurve;
import dev.linger.simulation.draw.Selection;
import dev.linger.simulation.shape.ExactCounts;
import dev.linger.simulation.shape.Sizes;

/**
 * Exactly so many cells of the small matrix, so many of them without a time, over all days and never before a video's
 * upload. Users lack cells unevenly, as in KuaiRec: 12.6 of 3,327 with an sd of 7.
 */
public final class ExactExposures implements Exposures {
    /** Unevenness of what users lack. */
    private static final double LACK_SPREAD = 0.45;
    /** Rows of a user on a day / mean rows of a user and day, after KuaiRec's quartiles 28, 47, 70, mean 51.9 and maximum 402. */
    private static final QuantileCurve DAY = new QuantileCurve(
            new double[] {0, 0.25, 0.5, 0.75, 0.95, 0.999, 1}, new double[] {0.02, 0.58, 0.92, 1.30, 1.95, 3.0, 7.1});
    /** Chance that a user sees nothing on a day. */
    private static final double AWAY = 0.025;

    private final Catalogue catalogue;
    private final int videos;
    private final int[] lacking;
    private final Selection forced;
    private int user;

    public ExactExposures(ExactCounts exact, Sizes sizes, Catalogue catalogue, Seed seed) {
        this.catalogue = catalogue;
        this.videos = sizes.smallVideos();
        this.lacking = lacking(exact, sizes, new Draws(seed.stream("cells the small matrix lacks")));
        this.forced = Selection.exactly(exact.untimedRows(), exact.smallRows());
    }

    private static int[] lacking(ExactCounts exact, Sizes sizes, Draws draws) {
        double[] weights = new double[sizes.smallUsers()];
        for (int at = 0; at < weights.length; at++) {
            weights[at] = draws.factor(LACK_SPREAD);
        }
        double[] cumulative = Draws.cumulative(weights);
        int[] lacking = new int[weights.length];
        int left = sizes.smallUsers() * sizes.smallVideos() - exact.smallRows();
        while (left > 0) {
            int at = draws.weighted(cumulative);
            if (lacking[at] < sizes.smallVideos()) {
                lacking[at]++;
                left--;
            }
        }
        return lacking;
    }

    @Override
    public OfUser next(Draws draws) {
        Selection filled = Selection.exactly(videos - lacking[user++], videos);
        double[] days = new double[catalogue.days().count()];
        for (int day = 0; day < days.length; day++) {
            days[day] = draws.chance(AWAY) ? 0 : DAY.draw(draws);
        }
        double[] cumulative = Draws.cumulative(days);
        return new OfUser(filled, forced, (video, again) -> {
            int upload =
                    Math.max(0, catalogue.uploadDay(video) - catalogue.days().epochDay(0));
            return again.weighted(cumulative, upload, cumulative.length);
        });
    }
}
