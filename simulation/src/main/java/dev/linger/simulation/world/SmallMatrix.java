package dev.linger.simulation.world;

import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.shape.Design;
import dev.linger.simulation.shape.Sizes;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The users and videos whose pairs are fully observed; such a pair is never in the log, as in KuaiRec. The videos are
 * not of the newest.
 */
public final class SmallMatrix {
    /** The shortest video of KuaiRec's. */
    private static final int SHORTEST_MILLIS = 3_067;

    private final int[] users;
    private final int[] videos;

    private SmallMatrix(int[] users, int[] videos) {
        this.users = users;
        this.videos = videos;
    }

    public static SmallMatrix draw(Design design, Catalogue catalogue, Seed seed) {
        Sizes sizes = design.sizes();
        long firstTooNew = design.parameters().forcedBefore().toEpochDay();
        Draws draws = new Draws(seed.stream("small matrix"));
        int[] everybody = IntStream.range(0, sizes.users()).toArray();
        int[] old = IntStream.range(0, sizes.videos())
                .filter(video -> catalogue.uploadDay(video) < firstTooNew)
                .filter(video -> catalogue.durationMillis(video) >= SHORTEST_MILLIS)
                .toArray();
        return new SmallMatrix(draws.sample(everybody, sizes.smallUsers()), draws.sample(old, sizes.smallVideos()));
    }

    /** Ascending. */
    public int[] users() {
        return users;
    }

    /** Ascending. */
    public int[] videos() {
        return videos;
    }

    /** The videos that the log must not show to the user. */
    BitSet closedTo(int user) {
        BitSet closed = new BitSet();
        if (Arrays.binarySearch(users, user) >= 0) {
            for (int video : videos) {
                closed.set(video);
            }
        }
        return closed;
    }
}
