package dev.linger.pipeline.rolling;

import dev.linger.data.InteractionLog;
import dev.linger.data.Seed;
import dev.linger.pipeline.evaluation.Relevance;
import dev.linger.recommender.retrieval.Eligibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * The sessions of a stretch of a log as requests. A session begins with a play that is the user's first, or comes {@code
 * gapMillis} or more after the one before. Relevant are the videos that the user then plays, on that local day, with a relevant
 * play, and has not played before; sessions without any are no requests.
 *
 * @param all in the order of time
 * @param sessions how many sessions had something relevant, asked or not
 */
record RollingRequests(List<Request> all, int sessions) {
    RollingRequests {
        all = List.copyOf(all);
    }

    /**
     * A request.
     *
     * @param row of the session's first play
     * @param relevant items, ascending
     * @param playsSince how many plays of the user the stretch has before it
     */
    record Request(int row, int user, long millis, int day, int[] relevant, int playsSince) {}

    /**
     * The requests of a stretch.
     *
     * @param test the plays after the cut
     * @param beforeCut what may be recommended at the cut
     * @param most how many requests are kept, drawn at random where there are more
     */
    static RollingRequests of(
            InteractionLog test, Relevance relevance, Eligibility beforeCut, long gapMillis, int most, Seed seed) {
        List<Request> requests = new ArrayList<>();
        for (List<Integer> rows : byUser(test)) {
            add(test, rows, relevance, beforeCut, gapMillis, requests);
        }
        int sessions = requests.size();
        return new RollingRequests(
                drawn(requests, most, seed.stream("rolling requests")).stream()
                        .sorted(Comparator.comparingInt(Request::row))
                        .toList(),
                sessions);
    }

    private static Iterable<List<Integer>> byUser(InteractionLog test) {
        int users = 0;
        for (int row = 0; row < test.size(); row++) {
            users = Math.max(users, test.user(row) + 1);
        }
        List<List<Integer>> rows = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            rows.add(new ArrayList<>());
        }
        for (int row = 0; row < test.size(); row++) {
            rows.get(test.user(row)).add(row);
        }
        return rows;
    }

    private static void add(
            InteractionLog test,
            List<Integer> rows,
            Relevance relevance,
            Eligibility beforeCut,
            long gapMillis,
            List<Request> requests) {
        Set<Integer> played = new HashSet<>();
        for (int at = 0; at < rows.size(); at++) {
            int row = rows.get(at);
            boolean begins = at == 0 || test.timestampMillis(row) - test.timestampMillis(rows.get(at - 1)) >= gapMillis;
            if (begins) {
                int[] relevant = relevant(test, rows.subList(at, rows.size()), relevance, beforeCut, played);
                if (relevant.length > 0) {
                    requests.add(
                            new Request(row, test.user(row), test.timestampMillis(row), test.day(row), relevant, at));
                }
            }
            played.add(test.item(row));
        }
    }

    /** Of the rows of the day of the first one. */
    private static int[] relevant(
            InteractionLog test, List<Integer> rows, Relevance relevance, Eligibility beforeCut, Set<Integer> played) {
        Set<Integer> items = new TreeSet<>();
        for (int row : rows) {
            if (test.day(row) != test.day(rows.get(0))) {
                break;
            }
            int item = test.item(row);
            if (relevance.isRelevant(test.durationMillis(row), test.watchRatio(row), test.flags(row))
                    && beforeCut.universe().contains(item)
                    && !beforeCut.seen().contains(test.user(row), item)
                    && !played.contains(item)) {
                items.add(item);
            }
        }
        return items.stream().mapToInt(Integer::intValue).toArray();
    }

    private static List<Request> drawn(List<Request> requests, int most, SplittableRandom random) {
        Request[] shuffled = requests.toArray(Request[]::new);
        for (int at = 0; at < Math.min(most, shuffled.length); at++) {
            int other = at + random.nextInt(shuffled.length - at);
            Request drawn = shuffled[other];
            shuffled[other] = shuffled[at];
            shuffled[at] = drawn;
        }
        return Arrays.asList(shuffled).subList(0, Math.min(most, shuffled.length));
    }
}
