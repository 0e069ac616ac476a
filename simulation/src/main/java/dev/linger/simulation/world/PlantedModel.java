package dev.linger.simulation.world;

import dev.linger.data.Seed;
import dev.linger.simulation.shape.Design;
import dev.linger.simulation.shape.ModelParameters;

/**
 * The truth behind the synthetic data: what a recommender has to find.
 *
 * <p>A user u likes topic t by taste z(u,t) ~ N(0, 1) and has patience a(u) ~ N(0, 1); a video v has appeal q(v) ~ N(0, 1),
 * partly its author's, and one to four tags, each of a topic. With the match of the two
 *
 * <pre>
 * match(u,v) = mean of z(u, topic) over the tags of v
 * pull(u,v)  = tasteWeight * match(u,v) + appealWeight * q(v) + patienceSpread * a(u)
 * </pre>
 *
 * {@link Watching} makes a play of it: {@code typicalPlayMillis * exp(pull + noiseSpread * N(0, 1))}, in milliseconds and
 * whatever the video's length, so that the watch ratio mostly measures shortness. {@link Exposure} decides what is shown,
 * by popularity and freshness, which know nothing of appeal, and by a guess of the user's interests, the distribution
 * {@code softmax_t(interestSharpness * (guessAccuracy * z(u,t) + sqrt(1 - guessAccuracy^2) * N(0, 1)))}.
 *
 * @param parameters the numbers in these formulas
 * @param audience the users
 * @param catalogue the videos
 */
public record PlantedModel(ModelParameters parameters, Audience audience, Catalogue catalogue) {
    public static PlantedModel draw(Design design, Seed seed) {
        return new PlantedModel(design.parameters(), Audience.draw(design, seed), Catalogue.draw(design, seed));
    }

    /** How well the video's topics fit the user's taste: 0 on average. */
    double match(int user, int video) {
        int[] tags = catalogue.tags(video);
        double sum = 0;
        for (int tag : tags) {
            sum += audience.taste(user, catalogue.topicOfTag(tag));
        }
        return sum / tags.length;
    }

    /** Logarithm of the factor by which this user plays this video longer than people play videos on average. */
    double pull(int user, int video) {
        return pull(user, match(user, video), catalogue.appeal(video));
    }

    /** The same of a video with this match and appeal. */
    double pull(int user, double match, double appeal) {
        return parameters.tasteWeight() * match
                + parameters.appealWeight() * appeal
                + parameters.patienceSpread() * audience.patience(user);
    }
}
