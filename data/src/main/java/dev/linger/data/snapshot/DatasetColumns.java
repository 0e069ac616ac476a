package dev.linger.data.snapshot;

import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.Dataset;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.UserTable;
import dev.linger.data.WatchMatrix;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A data set as columns, part by part in the order in which they are written. */
final class DatasetColumns {
    private DatasetColumns() {}

    static void write(Dataset dataset, ColumnWriter out) throws IOException {
        out.text(dataset.zone().getId());
        write(dataset.users(), out);
        write(dataset.items(), out);
        write(dataset.log(), out);
        AttributeColumns.write(dataset.userTable().columns(), out);
        write(dataset.itemTable(), out);
        write(dataset.dailyStats(), dataset.itemCount(), out);
        write(dataset.smallMatrix(), out);
    }

    static Dataset read(ColumnReader in) throws IOException {
        ZoneId zone = ZoneId.of(in.text());
        IdIndex users = IdIndex.of(in.text(), LongStream.of(in.longs()));
        IdIndex items = IdIndex.of(in.text(), LongStream.of(in.longs()));
        return new Dataset(
                users,
                items,
                InteractionLog.ofColumns(in.ints(), in.ints(), in.ints(), in.ints(), in.longs(), in.ints()),
                new UserTable(users.size(), AttributeColumns.read(in)),
                itemTable(in),
                dailyStats(items.size(), in),
                smallMatrix(in),
                zone);
    }

    private static void write(IdIndex ids, ColumnWriter out) throws IOException {
        out.text(ids.what());
        out.longs(ids.size(), ids::id);
    }

    private static void write(InteractionLog log, ColumnWriter out) throws IOException {
        out.ints(log.size(), log::user);
        out.ints(log.size(), log::item);
        out.ints(log.size(), log::playMillis);
        out.ints(log.size(), log::durationMillis);
        out.longs(log.size(), log::timestampMillis);
        out.ints(log.size(), log::day);
    }

    private static void write(ItemTable items, ColumnWriter out) throws IOException {
        out.ints(items.size(), row -> items.uploadDay()[row]);
        out.floats(items.durationMillis());
        out.number(items.tagCount());
        for (int[] tags : items.tags()) {
            out.ints(tags.length, at -> tags[at]);
        }
        AttributeColumns.write(items.columns(), out);
        out.text(items.roles().creator().orElse(""));
        out.number(items.roles().topics().size());
        for (ItemTable.Topic topic : items.roles().topics()) {
            out.text(topic.name());
            out.text(topic.column());
        }
    }

    private static ItemTable itemTable(ColumnReader in) throws IOException {
        int[] uploadDay = in.ints();
        float[] durationMillis = in.floats();
        int tagCount = in.number();
        int[][] tags = new int[uploadDay.length][];
        for (int item = 0; item < tags.length; item++) {
            tags[item] = in.ints();
        }
        return new ItemTable(uploadDay, durationMillis, tags, tagCount, AttributeColumns.read(in), roles(in));
    }

    private static ItemTable.Roles roles(ColumnReader in) throws IOException {
        Optional<String> creator = Optional.of(in.text()).filter(name -> !name.isEmpty());
        ItemTable.Topic[] topics = new ItemTable.Topic[in.number()];
        for (int topic = 0; topic < topics.length; topic++) {
            topics[topic] = new ItemTable.Topic(in.text(), in.text());
        }
        return new ItemTable.Roles(creator, List.of(topics));
    }

    private static void write(DailyStats stats, int itemCount, ColumnWriter out) throws IOException {
        int[] item = new int[stats.size()];
        int begin = 0;
        for (int index = 0; index < itemCount; index++) {
            int end = Math.max(begin, stats.latestBefore(index, Integer.MAX_VALUE) + 1); // rows stand by item
            Arrays.fill(item, begin, end, index);
            begin = end;
        }
        out.ints(item.length, row -> item[row]);
        out.ints(item.length, stats::day);
        for (DailyStat stat : DailyStat.values()) {
            float[] values = new float[item.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = stats.value(row, stat);
            }
            out.floats(values);
        }
    }

    private static DailyStats dailyStats(int itemCount, ColumnReader in) throws IOException {
        int[] item = in.ints();
        int[] day = in.ints();
        Map<DailyStat, float[]> values = new EnumMap<>(DailyStat.class);
        for (DailyStat stat : DailyStat.values()) {
            values.put(stat, in.floats());
        }
        return new DailyStats(itemCount, item, day, values);
    }

    private static void write(@Nullable WatchMatrix matrix, ColumnWriter out) throws IOException {
        out.number(matrix == null ? 0 : 1);
        if (matrix != null) {
            out.ints(matrix.size(), row -> matrix.user()[row]);
            out.ints(matrix.size(), row -> matrix.item()[row]);
            out.ints(matrix.size(), row -> matrix.durationMillis()[row]);
            out.doubles(matrix.size(), row -> matrix.watchRatio()[row]);
        }
    }

    private static @Nullable WatchMatrix smallMatrix(ColumnReader in) throws IOException {
        return in.number() == 0 ? null : new WatchMatrix(in.ints(), in.ints(), in.ints(), in.doubles());
    }
}
