package dev.linger.serving.models;

import dev.linger.data.Id;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.live.StageTimes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/**
 * Requests of sampled users before anybody asks, so that the first of them does not pay for what the Java runtime compiles.
 *
 * @param mean of the scores of the first videos of the lists
 * @param quantiles of these scores; NaN where there was none
 */
public record WarmUp(double mean, List<Quantile> quantiles) {
    private static final double[] AT = {0.1, 0.5, 0.9};

    /** So much of the scores are at most this value. */
    public record Quantile(double share, double value) {}

    private static final int REQUESTS = 400;
    private static final int VIDEOS = 20;
    private static final long SEED = 13;

    /**
     * Asks a model as of an instant.
     *
     * @param workers who ask; more than one leave less time to those who ask another model
     * @param each takes each answer, of several threads at once
     */
    public static WarmUp of(ServedModel model, long atMillis, Workers workers, Consumer<UserAnswer> each) {
        int users = model.tables().userCount();
        if (users == 0) {
            return new WarmUp(Double.NaN, quantiles(new double[0]));
        }
        SplittableRandom random = new Seed(SEED).stream("warm-up");
        int[] asked = random.ints(REQUESTS, 0, users).toArray();
        double[] scores = new double[REQUESTS];
        workers.forBlocks(REQUESTS, 1, (request, end) -> {
            Id user = model.tables().users().id(asked[request]);
            UserAnswer answer = model.answer(
                    new LiveRequest(user, atMillis, VIDEOS, Set.of(), request % 16 == 0, NewVideosConfig.NONE),
                    StageTimes.UNHEARD);
            each.accept(answer);
            scores[request] = answer.videos().isEmpty()
                    ? Double.NaN
                    : answer.videos().get(0).score();
        });
        double[] all = DoubleStream.of(scores).filter(Double::isFinite).sorted().toArray();
        return new WarmUp(Arrays.stream(all).average().orElse(Double.NaN), quantiles(all));
    }

    private static List<Quantile> quantiles(double[] sorted) {
        return DoubleStream.of(AT)
                .mapToObj(share -> new Quantile(
                        share, sorted.length == 0 ? Double.NaN : sorted[(int) (share * (sorted.length - 1))]))
                .toList();
    }
}
