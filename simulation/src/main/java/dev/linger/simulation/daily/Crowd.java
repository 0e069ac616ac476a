package dev.linger.simulation.daily;

import dev.linger.data.Draws;
import dev.linger.simulation.world.Audience;
import dev.linger.simulation.world.PlantedModel;
import dev.linger.simulation.world.Watching;
import java.util.Arrays;

/**
 * The plays of the platform's other people, who stand in no log: for each play of the log about {@code platformScale} of
 * theirs. They watch as the log's users do ({@link Watching}), and a video reaches the same kind of people,
 * share(topic) being that of its topic among the videos:
 *
 * <pre>
 * P(user | video) = constant * plays(user) * (1 - personalShare + personalShare * guessedShare(user, topic) / share(topic))
 * </pre>
 *
 * So the platform's rates are those of the log but for its sampling noise, of which they have much less.
 */
public final class Crowd {
    /** Plays that are drawn for a video and day; each stands for as many as there are. */
    static final int SAMPLE = 32;

    private final PlantedModel model;
    private final Watching watching;
    private final double[][] viewersOfTopic;

    public Crowd(PlantedModel model) {
        this.model = model;
        this.watching = new Watching(model, model.parameters().habit());
        int[] videosOfTopic = new int[model.catalogue().topics()];
        for (int video = 0; video < model.catalogue().size(); video++) {
            videosOfTopic[model.catalogue().topic(video)]++;
        }
        this.viewersOfTopic = new double[videosOfTopic.length][];
        for (int topic = 0; topic < videosOfTopic.length; topic++) {
            double share = Math.max(1, videosOfTopic[topic])
                    / (double) model.catalogue().size();
            viewersOfTopic[topic] = viewers(topic, share);
        }
    }

    private double[] viewers(int topic, double share) {
        Audience audience = model.audience();
        double personal = model.parameters().personalShare();
        double[] weights = new double[audience.size()];
        Arrays.setAll(
                weights,
                user -> audience.plays(user) * (1 - personal + personal * audience.guessedShare(user, topic) / share));
        return Draws.cumulative(weights);
    }

    /** Counts over {@link #SAMPLE} plays of the video. */
    public PlayCounts sample(int video, Draws draws) {
        PlayCounts counts = new PlayCounts();
        double[] viewers = viewersOfTopic[model.catalogue().topic(video)];
        for (int play = 0; play < SAMPLE; play++) {
            int user = draws.weighted(viewers);
            counts.add(
                    user,
                    watching.playMillis(user, video, draws),
                    model.catalogue().durationMillis(video));
        }
        return counts;
    }
}
