package dev.linger.pipeline.offpolicy;

import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.data.duration.WatchRules;
import dev.linger.recommender.live.LivePlay;
import dev.linger.serving.impressions.ShownList;
import dev.linger.serving.impressions.StoredImpressions;
import dev.linger.serving.store.ReceivedPlay;
import dev.linger.serving.store.StoredPlays;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a server kept: lists and plays, each in the order of their time.
 *
 * @param lists with as many drawn places as are evaluated, asked for after the target was fitted
 * @param plays of that time
 * @param all how many lists users got
 * @param notDrawn those of them that have fewer drawn places
 * @param beforeFit those of the others that were asked for before the target was fitted
 */
record ServedLog(List<ServedList> lists, List<LivePlay> plays, long all, long notDrawn, long beforeFit) {
    private static final String IMPRESSIONS = "impressions";

    /**
     * Reads what is there.
     *
     * @param asOfMillis before which the target was fitted
     * @throws InputException where no list can be evaluated
     */
    static ServedLog read(OffPolicyPlan plan, long asOfMillis, WatchRules watch) {
        List<ShownList> all = new ArrayList<>();
        StoredImpressions.open(plan.served().resolve(IMPRESSIONS)).forEach(all::add);
        List<ShownList> drawn = all.stream()
                .filter(list -> list.videos().size() >= plan.places())
                .toList();
        List<ShownList> shown = drawn.stream()
                .filter(list -> list.atMillis() >= asOfMillis)
                .map(list -> list.top(plan.places()))
                .sorted(Comparator.comparingLong(ShownList::atMillis).thenComparing(ShownList::userId))
                .toList();
        if (shown.isEmpty()) {
            throw new InputException(refusal(plan, all.size(), drawn.size()));
        }
        List<LivePlay> plays = plays(plan, asOfMillis);
        return new ServedLog(
                withRewards(shown, plays, plan, watch),
                plays,
                all.size(),
                all.size() - drawn.size(),
                drawn.size() - shown.size());
    }

    private static String refusal(OffPolicyPlan plan, int all, int drawn) {
        return drawn > 0
                ? plan.model() + " was fitted to what was watched of all " + drawn
                        + " drawn lists; give a model that was fitted before them"
                : "none of the " + all + " lists that " + plan.served() + " has was drawn at random in "
                        + plan.places() + " places, so that nothing can be said of others; serve a model that was"
                        + " fitted with --set 'orderers=[\"plackett-luce\"]', or ask for fewer --places";
    }

    private static List<LivePlay> plays(OffPolicyPlan plan, long asOfMillis) {
        List<LivePlay> plays = new ArrayList<>();
        try (StoredPlays stored = StoredPlays.open(plan.served())) {
            stored.forEach(some -> {
                for (ReceivedPlay play : some) {
                    if (play.timestampMillis() >= asOfMillis) {
                        plays.add(new LivePlay(
                                play.userId(),
                                play.itemId(),
                                play.playMillis(),
                                play.durationMillis(),
                                play.timestampMillis()));
                    }
                }
            });
        }
        plays.sort(Comparator.comparingLong(LivePlay::timestampMillis));
        return plays;
    }

    private record Pair(Id user, Id video) {}

    private record Place(ServedList list, int place) {}

    /** A play belongs to the last list before it that has its video; of several plays of a place the first counts. */
    private static List<ServedList> withRewards(
            List<ShownList> shown, List<LivePlay> plays, OffPolicyPlan plan, WatchRules watch) {
        Map<Id, Integer> users = new HashMap<>();
        Map<Pair, Place> open = new HashMap<>();
        List<ServedList> lists = new ArrayList<>();
        int next = 0;
        for (ShownList list : shown) {
            next = reward(plays, next, list.atMillis(), open, plan, watch);
            Integer user = users.computeIfAbsent(list.userId(), none -> users.size());
            ServedList served = new ServedList(user, list, new double[plan.places()]);
            for (int place = 0; place < plan.places(); place++) {
                open.put(new Pair(list.userId(), list.videos().get(place)), new Place(served, place));
            }
            lists.add(served);
        }
        reward(plays, next, Long.MAX_VALUE, open, plan, watch);
        return lists;
    }

    /** Hands plays before an instant to the lists that are open, from one play on; gives the first play that is left. */
    private static int reward(
            List<LivePlay> plays, int from, long before, Map<Pair, Place> open, OffPolicyPlan plan, WatchRules watch) {
        int next = from;
        for (; next < plays.size() && plays.get(next).timestampMillis() < before; next++) {
            LivePlay play = plays.get(next);
            Place of = open.remove(new Pair(play.userId(), play.itemId()));
            if (of != null && play.timestampMillis() - of.list().shown().atMillis() <= plan.withinMillis()) {
                of.list().rewards()[of.place()] = plan.value().of(play, watch);
            }
        }
        return next;
    }
}
