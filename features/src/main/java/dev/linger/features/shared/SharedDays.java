package dev.linger.features.shared;

import dev.linger.features.FeatureGroup;
import dev.linger.features.ObservedPlays;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * What the groups of a block of users, or of all, have counted on each day of all users together. Memory: 4 bytes for each cell
 * that a day changed, and 8 for each number in it.
 *
 * @param groups by day, in days since 1970-01-01, one entry a group
 */
public record SharedDays(TreeMap<Integer, List<SharedDay>> groups) implements Serializable {
    private static final long serialVersionUID = 1;

    /** Those of some plays. The groups, which have counted nothing of all users before, have counted nothing of them afterwards. */
    public static SharedDays of(List<FeatureGroup> groups, ObservedPlays plays) {
        TreeMap<Integer, List<SharedDay>> days = new TreeMap<>();
        for (ObservedPlays ofDay : plays.byDay()) {
            groups.forEach(group -> group.observe(ofDay));
            days.put(ofDay.day(0), taken(groups));
        }
        return new SharedDays(days);
    }

    /**
     * Those of all blocks.
     *
     * @param groups which have counted nothing, and have counted nothing afterwards
     * @param blocks in the order of their users
     */
    public static SharedDays sum(List<FeatureGroup> groups, List<SharedDays> blocks) {
        SortedMap<Integer, List<List<SharedDay>>> all = new TreeMap<>();
        for (SharedDays block : blocks) {
            block.groups.forEach((day, some) ->
                    all.computeIfAbsent(day, none -> new ArrayList<>()).add(some));
        }
        TreeMap<Integer, List<SharedDay>> days = new TreeMap<>();
        all.forEach((day, some) -> {
            some.forEach(ofBlock -> forEach(groups, group -> ofBlock.get(group).addTo(groups.get(group))));
            days.put(day, taken(groups));
        });
        return new SharedDays(days);
    }

    private static void forEach(List<FeatureGroup> groups, IntConsumer task) {
        for (int group = 0; group < groups.size(); group++) {
            task.accept(group);
        }
    }

    private static List<SharedDay> taken(List<FeatureGroup> groups) {
        return new ArrayList<>(groups.stream().map(SharedDay::takenFrom).toList());
    }

    /** The same groups, which will observe the plays of their own users, as if they observed those of all. */
    public List<FeatureGroup> among(List<FeatureGroup> own) {
        List<FeatureGroup> among = new ArrayList<>();
        forEach(own, group -> {
            TreeMap<Integer, SharedDay> days = new TreeMap<>();
            groups.forEach((day, all) -> days.put(day, all.get(group)));
            among.add(new AmongOthers(own.get(group), days));
        });
        return among;
    }
}
