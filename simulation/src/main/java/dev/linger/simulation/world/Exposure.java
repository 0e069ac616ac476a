package dev.linger.simulation.world;

import dev.linger.data.Draws;
import dev.linger.simulation.shape.ModelParameters;
import org.jspecify.annotations.Nullable;

/**
 * What the old recommender shows: on day d a video has weight
 *
 * <pre>
 * popularity(v) * (1 + (freshBoost - 1) * exp(-age / freshDays)), age = d - upload day
 * 0 before the upload and after the video's last day
 * </pre>
 *
 * A share {@code personalShare} of what is shown is drawn within a topic guessed for the user, the rest among all videos.
 */
public final class Exposure {
    private final PlantedModel model;
    private final int[] videoAt;
    private final int[] firstOfTopic;
    private final double[] @Nullable [] cumulativeOfDay;

    public Exposure(PlantedModel model) {
        this.model = model;
        Catalogue catalogue = model.catalogue();
        this.videoAt = new int[catalogue.size()];
        this.firstOfTopic = new int[catalogue.topics() + 1];
        int position = 0;
        for (int topic = 0; topic < catalogue.topics(); topic++) {
            for (int video = 0; video < catalogue.size(); video++) {
                if (catalogue.topic(video) == topic) {
                    videoAt[position++] = video;
                }
            }
            firstOfTopic[topic + 1] = position;
        }
        this.cumulativeOfDay = new double[catalogue.days().count()][];
    }

    /** Running sums of the weights of a day, which are made when it is asked for first. */
    private double[] cumulativeOf(int day) {
        double[] known = cumulativeOfDay[day];
        if (known == null) {
            known = cumulativeOn(model.catalogue().days().epochDay(day));
            cumulativeOfDay[day] = known;
        }
        return known;
    }

    private double[] cumulativeOn(int epochDay) {
        double[] weights = new double[videoAt.length];
        for (int position = 0; position < weights.length; position++) {
            weights[position] = weight(videoAt[position], epochDay);
        }
        return Draws.cumulative(weights);
    }

    private double weight(int video, int epochDay) {
        ModelParameters parameters = model.parameters();
        int age = epochDay - model.catalogue().uploadDay(video);
        if (!model.catalogue().isShownOn(video, epochDay)) {
            return 0;
        }
        double boost = (parameters.freshBoost() - 1) * StrictMath.exp(-age / parameters.freshDays());
        return model.catalogue().popularity(video) * (1 + boost);
    }

    /** The video's share of what is shown to everybody on a day. */
    public double share(int video, int day) {
        double[] cumulative = cumulativeOf(day);
        return weight(video, model.catalogue().days().epochDay(day)) / cumulative[cumulative.length - 1];
    }

    /** A video shown to the user on a day; it may be one the user has seen. */
    int draw(int user, int day, Draws draws) {
        double[] cumulative = cumulativeOf(day);
        if (draws.chance(model.parameters().personalShare())) {
            int topic = model.audience().drawGuessedTopic(user, draws);
            int from = firstOfTopic[topic];
            int to = firstOfTopic[topic + 1];
            if (weightOf(cumulative, from, to) > 0) {
                return videoAt[draws.weighted(cumulative, from, to)];
            }
        }
        return videoAt[draws.weighted(cumulative, 0, cumulative.length)];
    }

    private static double weightOf(double[] cumulative, int from, int to) {
        return from == to ? 0 : cumulative[to - 1] - (from == 0 ? 0 : cumulative[from - 1]);
    }
}
