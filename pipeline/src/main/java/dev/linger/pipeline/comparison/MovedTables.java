package dev.linger.pipeline.comparison;

import dev.linger.pipeline.evaluation.RankBiasedOverlap;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the first run orders otherwise than each other one, and whom and what that moves most. */
final class MovedTables {
    private static final int PAGE = 10;
    private static final int SHOWN = 5;

    private MovedTables() {}

    static List<ResultTable> of(List<StoredRun> runs, List<String> names) {
        StoredLists first = StoredLists.read(runs.get(0).folder(), PAGE);
        List<List<Cell>> overlaps = new ArrayList<>();
        List<List<Cell>> videos = new ArrayList<>();
        List<List<Cell>> users = new ArrayList<>();
        for (int other = 1; other < runs.size(); other++) {
            StoredLists lists = StoredLists.read(runs.get(other).folder(), PAGE);
            overlaps.add(overlap(names.get(other), first, lists));
            videos.addAll(movedVideos(names.get(other), first.shown(), lists.shown()));
            users.addAll(movedUsers(names.get(other), runs.get(0), runs.get(other)));
        }
        return List.of(
                new ResultTable(
                        "overlap",
                        "Overlap of the first " + PAGE + " that users get",
                        null,
                        List.of(
                                Column.text("against"),
                                Column.integer("users"),
                                Column.decimal("RBO", 3),
                                Column.decimal("in common", 3),
                                Column.decimal("same first", 3)),
                        overlaps,
                        List.of("RBO: rank-biased overlap with persistence " + RankBiasedOverlap.PERSISTENCE
                                + ", 1 where both runs give the same order; in common: share of the " + PAGE
                                + "; same first: share of users with the same first video")),
                new ResultTable(
                        "moved-videos",
                        "Videos that are shown to more, or to fewer, users by the first run",
                        null,
                        List.of(
                                Column.text("against"),
                                Column.text("video"),
                                Column.integer("first run"),
                                Column.integer("other run"),
                                Column.integer("difference")),
                        videos,
                        List.of("shown: among the first " + PAGE + " of so many users; the " + SHOWN
                                + " that gain and the " + SHOWN + " that lose most")),
                new ResultTable(
                        "moved-users",
                        "Users whose lists are better, or worse, by the first run",
                        null,
                        List.of(
                                Column.text("against"),
                                Column.text("user"),
                                Column.decimal("first run", 4),
                                Column.decimal("other run", 4),
                                Column.decimal("difference", 4)),
                        users,
                        List.of(RunsTable.toReadFirst(runs.get(0).summary()).get(0) + " by "
                                + runs.get(0).summary().rules().get(0).relevance() + "; the " + SHOWN
                                + " that gain and the "
                                + SHOWN + " that lose most, of equal ones those with the lowest ids")));
    }

    private static List<Cell> overlap(String name, StoredLists first, StoredLists other) {
        Set<Long> users = new TreeSet<>(first.ofUser().keySet());
        users.retainAll(other.ofUser().keySet());
        return List.of(
                Cell.of(name),
                Cell.of((long) users.size()),
                Cell.of(mean(users, user -> RankBiasedOverlap.of(list(first, user), list(other, user)))),
                Cell.of(mean(users, user -> {
                    List<Long> both = new ArrayList<>(list(first, user));
                    both.retainAll(list(other, user));
                    return (double) both.size() / list(first, user).size();
                })),
                Cell.of(mean(
                        users,
                        user -> list(first, user)
                                        .get(0)
                                        .equals(list(other, user).get(0))
                                ? 1
                                : 0)));
    }

    private static List<Long> list(StoredLists lists, long user) {
        return Objects.requireNonNull(lists.ofUser().get(user));
    }

    private static double mean(Set<Long> users, ToDoubleFunction<Long> value) {
        return users.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static List<List<Cell>> movedVideos(String name, Map<Long, Integer> first, Map<Long, Integer> other) {
        Set<Long> videos = new TreeSet<>(first.keySet());
        videos.addAll(other.keySet());
        return ends(
                        videos.stream()
                                .filter(video -> difference(video, first, other) != 0)
                                .toList(),
                        video -> difference(video, first, other))
                .map(video -> List.of(
                        Cell.of(name),
                        Cell.of(Long.toString(video)),
                        Cell.of((long) first.getOrDefault(video, 0)),
                        Cell.of((long) other.getOrDefault(video, 0)),
                        Cell.of((long) difference(video, first, other))))
                .toList();
    }

    private static int difference(long video, Map<Long, Integer> first, Map<Long, Integer> other) {
        return first.getOrDefault(video, 0) - other.getOrDefault(video, 0);
    }

    private static List<List<Cell>> movedUsers(String name, StoredRun first, StoredRun other) {
        String metric = RunsTable.toReadFirst(first.summary()).get(0);
        double[] values = first.values(0, metric);
        double[] others = other.values(0, metric);
        long[] ids = first.users().get(0).userIds();
        return ends(
                        IntStream.range(0, ids.length)
                                .filter(user -> values[user] != others[user])
                                .mapToObj(user -> (long) user)
                                .toList(),
                        user -> values[user.intValue()] - others[user.intValue()])
                .map(Long::intValue)
                .map(user -> List.of(
                        Cell.of(name),
                        Cell.of(Long.toString(ids[user])),
                        Cell.of(values[user]),
                        Cell.of(others[user]),
                        Cell.of(values[user] - others[user])))
                .toList();
    }

    /** Those that gain most, then those that lose most; a stable order, so equal ones stay in theirs. */
    private static Stream<Long> ends(List<Long> ascending, ToDoubleFunction<Long> gain) {
        List<Long> gaining = ascending.stream()
                .filter(one -> gain.applyAsDouble(one) > 0)
                .sorted(Comparator.comparingDouble(gain).reversed())
                .limit(SHOWN)
                .toList();
        List<Long> losing = ascending.stream()
                .filter(one -> gain.applyAsDouble(one) < 0)
                .sorted(Comparator.comparingDouble(gain))
                .limit(SHOWN)
                .toList();
        return Stream.concat(gaining.stream(), losing.stream());
    }
}
