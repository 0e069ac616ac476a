package dev.linger.recommender.live;

import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideTables;
import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.replay.FeatureState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The plays that a live recommender has observed, in their order, as columns that are kept in a file: 24 bytes each. */
final class ObservedColumns {
    private static final int FEWEST = 1_024;

    private final SideTables tables;
    private final UserNumbers users;

    /** Of videos that the tables do not have: these need no order among the others. */
    private final List<LivePlay> ofNewVideos = new ArrayList<>();

    private int[] user = new int[FEWEST];
    private int[] item = new int[FEWEST];
    private int[] play = new int[FEWEST];
    private int[] duration = new int[FEWEST];
    private long[] time = new long[FEWEST];
    private int size;

    /** No plays of the users and videos of these tables and of others. */
    ObservedColumns(SideTables tables) {
        this.tables = tables;
        this.users = new UserNumbers(tables.users());
    }

    void add(LivePlay one) {
        int of = tables.items().indexOf(one.itemId());
        if (of == IdIndex.UNKNOWN) {
            ofNewVideos.add(one);
            return;
        }
        if (size == item.length) {
            int room = Math.max(FEWEST, Math.addExact(size, size >> 1));
            user = Arrays.copyOf(user, room);
            item = Arrays.copyOf(item, room);
            play = Arrays.copyOf(play, room);
            duration = Arrays.copyOf(duration, room);
            time = Arrays.copyOf(time, room);
        }
        user[size] = users.add(one.userId());
        item[size] = of;
        play[size] = one.playMillis();
        duration[size] = one.durationMillis();
        time[size++] = one.timestampMillis();
    }

    /** How many plays of videos of the tables there are. */
    int size() {
        return size;
    }

    /** One of them. */
    InteractionLog row(int row) {
        return row(tables, user[row], item[row], play[row], duration[row], time[row]);
    }

    static InteractionLog row(SideTables tables, int user, int item, int play, int duration, long time) {
        return InteractionLog.ofColumns(
                new int[] {user},
                new int[] {item},
                new int[] {play},
                new int[] {duration},
                new long[] {time},
                new int[] {InteractionLog.dayOf(time, tables.zone())});
    }

    /** Lets features observe all from one on. */
    void tell(FeatureState features, int from) {
        for (int row = from; row < size; row++) {
            LiveState.tell(features, row(row), users, true);
        }
    }

    List<LivePlay> ofNewVideos() {
        return ofNewVideos;
    }

    /** The users that the tables do not have, in the order of their numbers. */
    List<Id> newUsers() {
        return List.copyOf(users.others());
    }

    void write(ColumnWriter out) throws IOException {
        out.number(users.others().size());
        for (Id id : users.others()) {
            write(id, out);
        }
        out.ints(size, row -> user[row]);
        out.ints(size, row -> item[row]);
        out.ints(size, row -> play[row]);
        out.ints(size, row -> duration[row]);
        out.longs(size, row -> time[row]);
        out.number(ofNewVideos.size());
        for (LivePlay one : ofNewVideos) {
            write(one.userId(), out);
            write(one.itemId(), out);
            out.number(one.playMillis());
            out.number(one.durationMillis());
            out.number(one.timestampMillis());
        }
    }

    /** A number and a text, which is empty where the id is the number. */
    private static void write(Id id, ColumnWriter out) throws IOException {
        out.number(id.number());
        out.text(id.text() == null ? "" : id.text());
    }

    private static Id id(ColumnReader in) throws IOException {
        long number = in.number64();
        String text = in.text();
        return text.isEmpty() ? Id.of(number) : new Id(number, text);
    }

    /** What {@link #write} wrote with these tables. */
    static ObservedColumns read(SideTables tables, ColumnReader in) throws IOException {
        ObservedColumns read = new ObservedColumns(tables);
        for (int left = in.count(Long.BYTES); left > 0; left--) {
            read.users.add(id(in));
        }
        read.user = in.ints();
        read.item = in.ints();
        read.play = in.ints();
        read.duration = in.ints();
        read.time = in.longs();
        read.size = read.user.length;
        read.check();
        for (int left = in.count(Long.BYTES); left > 0; left--) {
            read.ofNewVideos.add(new LivePlay(id(in), id(in), in.number(), in.number(), in.number64()));
        }
        return read;
    }

    private void check() {
        int userCount = tables.userCount() + users.others().size();
        if (item.length != size || play.length != size || duration.length != size || time.length != size) {
            throw new IllegalArgumentException("columns of plays differ in length");
        }
        for (int row = 0; row < size; row++) {
            if (user[row] < 0 || user[row] >= userCount || item[row] < 0 || item[row] >= tables.itemCount()) {
                throw new IllegalArgumentException("there is no user " + user[row] + " or no item " + item[row]);
            }
        }
    }
}
