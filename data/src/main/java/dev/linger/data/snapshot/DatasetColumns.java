package dev.linger.data.snapshot;

import dev.linger.data.Dataset;
import dev.linger.data.Friends;
import dev.linger.data.InteractionLog;
import dev.linger.data.PlayFlags;
import dev.linger.data.SideTables;
import dev.linger.data.WatchMatrix;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A data set as columns, part by part in the order in which they are written. */
final class DatasetColumns {
    private DatasetColumns() {}

    static void write(Dataset dataset, ColumnWriter out) throws IOException {
        TablesColumns.write(dataset.tables(), out);
        dataset.userTable().friends().write(out);
        write(dataset.log(), out);
        write(dataset.smallMatrix(), out);
    }

    static Dataset read(ColumnReader in) throws IOException {
        SideTables plain = TablesColumns.read(in);
        SideTables tables = plain.with(Friends.read(in, plain.userCount()));
        return new Dataset(
                tables.users(),
                tables.items(),
                log(in),
                tables.userTable(),
                tables.itemTable(),
                tables.dailyStats(),
                smallMatrix(in),
                tables.zone());
    }

    private static void write(InteractionLog log, ColumnWriter out) throws IOException {
        out.ints(log.size(), log::user);
        out.ints(log.size(), log::item);
        out.ints(log.size(), log::playMillis);
        out.ints(log.size(), log::durationMillis);
        out.longs(log.size(), log::timestampMillis);
        out.ints(log.size(), log::day);
        out.number(log.flagNames().size());
        for (String name : log.flagNames()) {
            out.text(name);
        }
        byte[] flags = new byte[log.flagNames().isEmpty() ? 0 : log.size()];
        for (int row = 0; row < flags.length; row++) {
            flags[row] = (byte) log.flags(row);
        }
        out.bytes(flags);
    }

    private static InteractionLog log(ColumnReader in) throws IOException {
        InteractionLog plays =
                InteractionLog.ofColumns(in.ints(), in.ints(), in.ints(), in.ints(), in.longs(), in.ints());
        String[] names = new String[in.count(Integer.BYTES)];
        for (int at = 0; at < names.length; at++) {
            names[at] = in.text();
        }
        return plays.with(new PlayFlags(List.of(names), in.bytes()));
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
        int matrices = in.number();
        if (matrices != 0 && matrices != 1) {
            throw new IllegalArgumentException("there cannot be " + matrices + " small matrices");
        }
        return matrices == 0 ? null : new WatchMatrix(in.ints(), in.ints(), in.ints(), in.doubles());
    }
}
