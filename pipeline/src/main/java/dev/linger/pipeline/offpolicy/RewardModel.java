package dev.linger.pipeline.offpolicy;

import dev.linger.data.Id;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a video is expected to bring at a place, learned from the lists of other users, so that no expectation knows what it is
 * compared with:
 *
 * <pre>
 * q(v, k) = mean(k) + sum over the places of v of (r - mean of the place) / (places of v + 10)
 * </pre>
 *
 * Users are in five folds; each is predicted by the other four.
 */
final class RewardModel {
    private static final int FOLDS = 5;
    private static final double PRIOR_PLACES = 10;

    private final Fold[] folds = new Fold[FOLDS];

    private record Fold(double[] means, Map<Id, Double> videos) {}

    /** @param lists all of as many places */
    RewardModel(List<ServedList> lists) {
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            folds[fold] = fit(
                    lists.stream().filter(list -> list.user() % FOLDS != left).toList());
        }
    }

    private static Fold fit(List<ServedList> lists) {
        int places = lists.isEmpty() ? 0 : lists.get(0).rewards().length;
        double[] means = new double[places];
        for (ServedList list : lists) {
            for (int place = 0; place < places; place++) {
                means[place] += list.rewards()[place] / lists.size();
            }
        }
        Map<Id, double[]> sums = new HashMap<>();
        for (ServedList list : lists) {
            for (int place = 0; place < places; place++) {
                double[] sum = sums.computeIfAbsent(list.videos().get(place), none -> new double[2]);
                sum[0] += list.rewards()[place] - means[place];
                sum[1]++;
            }
        }
        Map<Id, Double> videos = new HashMap<>();
        sums.forEach((video, sum) -> videos.put(video, sum[0] / (sum[1] + PRIOR_PLACES)));
        return new Fold(means, videos);
    }

    /** What each place of a list is expected to bring to a user; nothing where the list has ended. */
    double[] predict(int user, List<Id> videos) {
        Fold fold = folds[user % FOLDS];
        double[] predicted = new double[fold.means().length];
        for (int place = 0; place < Math.min(predicted.length, videos.size()); place++) {
            predicted[place] = fold.means()[place] + fold.videos().getOrDefault(videos.get(place), 0.0);
        }
        return predicted;
    }
}
