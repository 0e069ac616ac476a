package dev.linger.pipeline.offpolicy;

import dev.linger.data.Id;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.live.ListPolicy;
import dev.linger.recommender.live.LivePlay;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.order.OrderContext;
import dev.linger.serving.impressions.ShownList;
import java.util.ArrayList;
import java.util.List;

/** Asks a target what it would have shown in place of each list, when it knows the plays before and none after. */
record TargetReplay(LiveRecommender target, RewardModel model) {
    /** So many lists of the target are drawn for what the model expects of them. */
    static final int DRAWN_LISTS = 100;

    List<WeighedList> weigh(ServedLog log, Progress progress) {
        List<WeighedList> weighed = new ArrayList<>();
        int next = 0;
        try (Progress.Task task =
                progress.start("ask the target", "lists", log.lists().size())) {
            for (ServedList list : log.lists()) {
                int first = next;
                while (next < log.plays().size()
                        && log.plays().get(next).timestampMillis()
                                < list.shown().atMillis()) {
                    next++;
                }
                observe(log.plays().subList(first, next));
                weighed.add(weigh(list));
                task.advance(1);
            }
        }
        return weighed;
    }

    private void observe(List<LivePlay> plays) {
        if (!plays.isEmpty()) {
            target.observe(plays);
        }
    }

    private WeighedList weigh(ServedList list) {
        ShownList shown = list.shown();
        int places = shown.videos().size();
        ListPolicy policy = target.policy(new LiveRequest(
                shown.userId(),
                shown.atMillis(),
                places,
                shown.exclude(),
                shown.blocks(),
                false,
                NewVideosConfig.NONE));
        Seed seed = OrderContext.seed(shown.userId(), shown.atMillis()).derive("lists of the target");
        double[] direct = new double[places];
        int draws = policy.draws() ? DRAWN_LISTS : 1;
        for (int draw = 0; draw < draws; draw++) {
            List<Id> drawn = policy.draw(seed.derive("list " + draw), places);
            double[] predicted = model.predict(list.user(), drawn);
            for (int place = 0; place < places; place++) {
                direct[place] += predicted[place] / draws;
            }
        }
        return new WeighedList(
                list.user(),
                WeighedList.weights(policy.propensities(shown.videos()), shown.propensities()),
                list.rewards(),
                model.predict(list.user(), shown.videos()),
                direct);
    }
}
