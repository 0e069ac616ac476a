package dev.linger.simulation;

import dev.linger.data.InputException;
import dev.linger.simulation.shape.Design;
import dev.linger.simulation.shape.Design.Dirt;
import dev.linger.simulation.shape.KuaiRecDesign;
import dev.linger.simulation.shape.ModelParameters;
import dev.linger.simulation.shape.Sizes;
import java.util.Locale;

/** A size and character of synthetic data. */
public enum Preset {
    /** 300 users, 400 videos, 6 clear topics, 18,000 plays, hardly any dirt: taste can be found here. */
    TOPICS,

    /** 1,000 users, 2,000 videos, 300,000 plays, all seven files with all their dirt: KuaiRec in little. */
    DEMO,

    /** 943 users, 1,682 videos, 100,000 ratings on five levels over seven months, all videos of one length. */
    FEW_LEVELS,

    /** 610 users, 2,000 videos, 100,000 plays over 22 years, few of them on a day; nearly all users come once only. */
    DECADES,

    /** 500 users, 800 videos, 40,000 plays, none of them longer than its video. */
    CAPPED,

    /** KuaiRec's own size, 12,530,806 rows of 7,176 users and 10,728 videos, and its published shape; it can be scaled. */
    KUAIREC;

    /** What commands call it: {@code few-levels} for {@link #FEW_LEVELS}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What is generated at a scale: 1, and for {@link #KUAIREC} any between .001 and 16. */
    public Design design(double scale) {
        if (this != KUAIREC && scale != 1) {
            throw new InputException("only the preset kuairec can be scaled, but the scale is " + scale);
        }
        if (!(scale >= KuaiRecDesign.SMALLEST_SCALE && scale <= KuaiRecDesign.LARGEST_SCALE)) {
            throw new InputException("the scale must be in " + KuaiRecDesign.SMALLEST_SCALE + " .. "
                    + KuaiRecDesign.LARGEST_SCALE + " but is " + scale);
        }
        return switch (this) {
            case TOPICS ->
                new Design(
                        new Sizes(300, 400, 18_000, 0, 0), ModelParameters.CLEAR_TOPICS, new Dirt(0.0004, 0, 0), null);
            case DEMO ->
                new Design(
                        new Sizes(1_000, 2_000, 300_000, 140, 300),
                        ModelParameters.OF_DEMO,
                        new Dirt(0.057, 0.001, 0.5),
                        null);
            case FEW_LEVELS -> clean(943, 1_682, 100_000, ModelParameters.STARS);
            case DECADES -> clean(610, 2_000, 100_000, ModelParameters.OF_DECADES);
            case CAPPED -> clean(500, 800, 40_000, ModelParameters.CAPPED);
            case KUAIREC -> KuaiRecDesign.at(scale);
        };
    }

    private static Design clean(int users, int videos, int plays, ModelParameters parameters) {
        return new Design(new Sizes(users, videos, plays, 0, 0), parameters, new Dirt(0, 0, 0), null);
    }
}
