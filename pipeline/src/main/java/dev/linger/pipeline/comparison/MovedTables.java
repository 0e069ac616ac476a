package dev.linger.pipeline.comparison;

import dev.linger.data.Id;
import dev.linger.pipeline.evaluation.RankBiasedOverlap;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.IdColumn;
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
        Set<Id> users = new TreeSet<>(first.ofUser().keySet());
        users.retainAll(other.ofUser().keySet());
        return List.of(
                Cell.of(name),
                Cell.of((long) users.size()),
                Cell.of(mean(users, user -> RankBiasedOverlap.of(list(first, user), list(other, user)))),
                Cell.of(mean(users, user -> {
                    List<Id> both = new ArrayList<>(list(first, user));
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

    private static List<Id> list(StoredLists lists, Id user) {
        return Objects.requireNonNull(lists.ofUser().get(user));
    }

    private static double mean(Set<Id> users, ToDoubleFunction<Id> value) {
        return users.stream().mapToDouble(value).average().orElse(Double.NaN);
    }

    private static List<List<Cell>> movedVideos(String name, Map<Id, Integer> first, Map<Id, Integer> other) {
        Set<Id> videos = new TreeSet<>(first.keySet());
        videos.addAll(other.keySet());
        return ends(
                        videos.stream()
                                .filter(video -> difference(video, first, other) != 0)
                                .toList(),
                        video -> difference(video, first, other))
                .map(video -> List.of(
                        Cell.of(name),
                        Cell.of(video.toString()),
                        Cell.of((long) first.getOrDefault(video, 0)),
                        Cell.of((long) other.getOrDefault(video, 0)),
                        Cell.of((long) difference(video, first, other))))
                .toList();
    }

    private static int difference(Id video, Map<Id, Integer> first, Map<Id, Integer> other) {
        return first.getOrDefault(video, 0) - other.getOrDefault(video, 0);
    }

    private static List<List<Cell>> movedUsers(String name, StoredRun first, StoredRun other) {
        String metric = RunsTable.toReadFirst(first.summary()).get(0);
        double[] values = first.values(0, metric);
        double[] others = other.values(0, metric);
        IdColumn ids = first.users().get(0).users();
        return ends(
                        IntStream.range(0, ids.size())
                                .filter(user -> values[user] != others[user])
                                .boxed()
                                .toList(),
                        user -> values[user] - others[user])
                .map(user -> List.of(
                        Cell.of(name),
                        Cell.of(ids.written(user)),
                        Cell.of(values[user]),
                        Cell.of(others[user]),
                        Cell.of(values[user] - others[user])))
                .toList();
    }

    /** Those that gain most, then those that lose most; a stable order, so equal ones stay in theirs. */
    private static <T> Stream<T> ends(List<T> ascending, ToDoubleFunction<T> gain) {
        List<T> gaining = ascending.stream()
                .filter(one -> gain.applyAsDouble(one) > 0)
                .sorted(Comparator.comparingDouble(gain).reversed())
                .limit(SHOWN)
                .toList();
        List<T> losing = ascending.stream()
                .filter(one -> gain.applyAsDouble(one) < 0)
                .sorted(Comparator.comparingDouble(gain))
                .limit(SHOWN)
                .toList();
        return Stream.concat(gaining.stream(), losing.stream());
    }
}
