package dev.linger.features.replay;

import dev.linger.data.Workers;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.duration.WatchQuantiles;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.features.FeatureColumn;
import dev.linger.features.FeatureGroup;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

/**
 * What a {@link FeatureState} has counted, as files: one of where it stands, one for each number of buckets of quantiles, and one
 * for each group.
 *
 * @param columns of the groups; they are written so that a state of others is not taken for this one
 */
record StateFiles(List<FeatureColumn> columns, List<FeatureGroup> groups, PendingPlays pending) {
    private static final String STATE = "state";
    private static final String QUANTILES = "quantiles-";
    private static final String GROUP = "group-";

    /** @param today the day at which the state stands */
    void write(int today, SortedMap<Integer, WatchQuantiles> quantiles, ModelWriter out) throws IOException {
        writeStanding(today, quantiles, out);
        for (int group = 0; group < groups.size(); group++) {
            writeGroup(group, groups.get(group), out);
        }
    }

    /** Writes all but the groups. */
    void writeStanding(int today, SortedMap<Integer, WatchQuantiles> quantiles, ModelWriter out) throws IOException {
        out.columns(STATE, file -> {
            file.number(columns.size());
            for (FeatureColumn column : columns) {
                file.text(column.name());
            }
            file.number(today);
            pending.write(file);
        });
        for (Map.Entry<Integer, WatchQuantiles> entry : quantiles.entrySet()) {
            out.columns(QUANTILES + entry.getKey(), entry.getValue()::write);
        }
    }

    static void writeGroup(int number, FeatureGroup group, ModelWriter out) throws IOException {
        out.columns(GROUP + number, file -> group.state(new WrittenState(file)));
    }

    /** The quantiles with at most so many buckets that were written. */
    static WatchQuantiles quantiles(int bucketCount, ModelReader in) {
        return in.columns(QUANTILES + bucketCount, WatchQuantiles::read);
    }

    /** Fills the groups, which have observed nothing, several at once, and adds the pending plays; gives the day at which the state stood. */
    int read(ModelReader in, OptionalInt users) {
        try (Workers workers = new Workers(Runtime.getRuntime().availableProcessors())) {
            workers.forBlocks(groups.size(), 1, (group, end) -> readGroup(group, groups.get(group), in, users));
        }
        return readStanding(in);
    }

    /** @param users how many were written, where the group may have room for more */
    static void readGroup(int number, FeatureGroup group, ModelReader in, OptionalInt users) {
        in.columns(GROUP + number, file -> {
            group.state(new ReadState(file, users));
            return group;
        });
    }

    /** Adds the pending plays; gives the day at which the state stood. */
    int readStanding(ModelReader in) {
        return in.columns(STATE, this::readStanding);
    }

    private int readStanding(ColumnReader file) throws IOException {
        String[] names = new String[file.count(Integer.BYTES)];
        for (int column = 0; column < names.length; column++) {
            names[column] = file.text();
        }
        List<String> expected = columns.stream().map(FeatureColumn::name).toList();
        if (!expected.equals(List.of(names))) {
            throw new IllegalArgumentException(
                    "the columns were " + List.of(names) + " but the configuration makes " + expected);
        }
        int day = file.number();
        pending.read(file);
        return day;
    }
}
