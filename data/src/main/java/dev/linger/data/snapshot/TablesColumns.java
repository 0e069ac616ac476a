package dev.linger.data.snapshot;

import dev.linger.data.DailyStat;
import dev.linger.data.DailyStats;
import dev.linger.data.IdIndex;
import dev.linger.data.ItemTable;
import dev.linger.data.SideTables;
import dev.linger.data.Titles;
import dev.linger.data.UserTable;
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

/** What is known of users and videos apart from the log and from friends, as columns. */
public final class TablesColumns {
    /** What begins the name of ids that are texts; numbers have no such word. */
    private static final String AS_TEXTS = "texts: ";

    private TablesColumns() {}

    /** Writes what {@link #read} reads. */
    public static void write(SideTables tables, ColumnWriter out) throws IOException {
        out.text(tables.zone().getId());
        write(tables.users(), out);
        write(tables.items(), out);
        AttributeColumns.write(tables.userTable().columns(), out);
        write(tables.itemTable(), out);
        write(tables.dailyStats(), tables.itemCount(), out);
    }

    /** The tables that were written. */
    public static SideTables read(ColumnReader in) throws IOException {
        ZoneId zone = ZoneId.of(in.text());
        IdIndex users = ids(in);
        IdIndex items = ids(in);
        return new SideTables(
                users,
                items,
                new UserTable(users.size(), AttributeColumns.read(in)),
                itemTable(in),
                dailyStats(items.size(), in),
                zone);
    }

    private static void write(IdIndex ids, ColumnWriter out) throws IOException {
        if (ids.isText()) {
            out.text(AS_TEXTS + ids.what());
            out.bytes(ids.utf8());
            out.ints(ids.ends());
        } else {
            out.text(ids.what());
            out.longs(ids.size(), ids::number);
        }
    }

    private static IdIndex ids(ColumnReader in) throws IOException {
        String what = in.text();
        if (what.startsWith(AS_TEXTS)) {
            return IdIndex.ofTexts(what.substring(AS_TEXTS.length()), in.bytes(), in.ints());
        }
        long[] ids = in.longs();
        for (int at = 1; at < ids.length; at++) {
            if (ids[at] <= ids[at - 1]) {
                throw new IllegalArgumentException(what + " ids do not ascend: " + ids[at] + " follows " + ids[at - 1]);
            }
        }
        return IdIndex.of(what, LongStream.of(ids));
    }

    private static void write(ItemTable items, ColumnWriter out) throws IOException {
        out.ints(items.size(), row -> items.uploadDay()[row]);
        out.floats(items.durationMillis());
        write(items.tagIds(), out);
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
        out.bytes(items.titles().utf8());
        out.ints(items.titles().ends());
    }

    private static ItemTable itemTable(ColumnReader in) throws IOException {
        int[] uploadDay = in.ints();
        float[] durationMillis = in.floats();
        IdIndex tagIds = ids(in);
        int[][] tags = new int[uploadDay.length][];
        for (int item = 0; item < tags.length; item++) {
            tags[item] = in.ints();
        }
        return new ItemTable(
                uploadDay,
                durationMillis,
                tags,
                tagIds,
                AttributeColumns.read(in),
                roles(in),
                new Titles(in.bytes(), in.ints()));
    }

    private static ItemTable.Roles roles(ColumnReader in) throws IOException {
        Optional<String> creator = Optional.of(in.text()).filter(name -> !name.isEmpty());
        ItemTable.Topic[] topics = new ItemTable.Topic[in.count(2 * Integer.BYTES)];
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
            float[] ofStat = in.floats();
            if (ofStat.length != day.length || item.length != day.length) {
                throw new IllegalArgumentException("daily statistics differ in length: " + item.length + " items, "
                        + day.length + " days, " + ofStat.length + " of " + stat.column());
            }
            values.put(stat, ofStat);
        }
        return new DailyStats(itemCount, item, day, values);
    }
}
