package dev.linger.pipeline.simulate;

import dev.linger.data.Dataset;
import dev.linger.data.Id;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.WatchMatrix;
import dev.linger.simulation.world.World;
import java.util.Arrays;
import java.util.List;

/**
 * The days after a log in a fully observed matrix: its users come once a day, and what they are shown they watch as the matrix
 * says, whenever it is and whatever they have seen before. Nothing is uploaded, and nobody gives up.
 */
final class ObservedWorld implements World {
    private static final int NOON_MILLIS = 12 * 3_600_000;

    private final Dataset data;
    private final WatchMatrix matrix;
    private final int[] start;
    private final int[] author;
    private final int[] durationMillis;
    private final int firstDay;
    private int day = -1;

    /** @param matrix that of the data set */
    ObservedWorld(Dataset data, WatchMatrix matrix) {
        this.data = data;
        this.matrix = matrix;
        this.firstDay =
                InteractionLog.dayOf(data.log().timestampMillis(data.log().size() - 1), data.zone()) + 1;
        this.start = new int[data.userCount() + 1];
        this.durationMillis = new int[data.itemCount()];
        for (int pair = 0; pair < matrix.size(); pair++) {
            start[matrix.user()[pair] + 1]++;
            durationMillis[matrix.item()[pair]] = matrix.durationMillis()[pair];
        }
        Arrays.parallelPrefix(start, Integer::sum);
        int[] known = data.itemTable().creatorCodes();
        int nobody = Arrays.stream(known).max().orElse(-1) + 1;
        this.author = Arrays.stream(known).map(code -> code < 0 ? nobody : code).toArray();
    }

    private int pair(int user, int video) {
        return Arrays.binarySearch(matrix.item(), start[user], start[user + 1], video);
    }

    @Override
    public List<Integer> beginDay() {
        day++;
        return List.of();
    }

    @Override
    public int today() {
        return firstDay + day;
    }

    @Override
    public int userCount() {
        return data.userCount();
    }

    @Override
    public int videoCount() {
        return data.itemCount();
    }

    @Override
    public int tagCount() {
        return data.itemTable().tagCount();
    }

    /** {@inheritDoc} Those whom the data set does not name are one. */
    @Override
    public int creatorCount() {
        return Arrays.stream(author).max().orElse(-1) + 1;
    }

    @Override
    public int activeCreators() {
        return creatorCount();
    }

    /** {@inheritDoc} A video whose day of upload is not known was uploaded on the day before the first. */
    @Override
    public Video video(int video) {
        int uploaded = data.itemTable().uploadDay()[video];
        return new Video(
                videoId(video).toString(),
                author[video],
                data.itemTable().tags()[video],
                0,
                durationMillis[video],
                uploaded == ItemTable.UNKNOWN_DAY ? firstDay - 1 : uploaded);
    }

    @Override
    public Id userId(int user) {
        return data.users().id(user);
    }

    @Override
    public Id videoId(int video) {
        return data.items().id(video);
    }

    @Override
    public int userOf(Id id) {
        return data.users().indexOf(id);
    }

    @Override
    public int videoOf(Id id) {
        return data.items().indexOf(id);
    }

    @Override
    public boolean canShow(int user, int video) {
        return pair(user, video) >= 0;
    }

    @Override
    public int visit(int user) {
        return start[user + 1] > start[user] ? NOON_MILLIS : -1;
    }

    /** {@inheritDoc} The watch ratio. */
    @Override
    public double pull(int user, int video) {
        return matrix.watchRatio()[pair(user, video)];
    }

    @Override
    public int playMillis(int user, int video) {
        int pair = pair(user, video);
        return (int) StrictMath.rint(matrix.watchRatio()[pair] * matrix.durationMillis()[pair]);
    }
}
