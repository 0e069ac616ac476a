package dev.linger.pipeline.simulate;

import dev.linger.candidates.TopItems;
import dev.linger.recommender.live.LivePlay;
import dev.linger.simulation.world.World;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The bounds between which recommenders lie: one that knows the truth, and one that knows nothing. Neither shows a user a video
 * twice.
 */
final class ReferencePolicy implements Policy {
    private final String name;
    private final World world;
    private final Scores scores;
    private final BitSet[] seen;

    /** Scores all videos for a user at an instant. */
    @FunctionalInterface
    interface Scores {
        IntToDoubleFunction of(int user, long atMillis);
    }

    /** @param seen the videos that each user has watched, which this policy adds to */
    ReferencePolicy(String name, World world, Scores scores, BitSet[] seen) {
        this.name = name;
        this.world = world;
        this.scores = scores;
        this.seen = seen;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void uploaded(List<Integer> videos) {
        // It asks the world, which knows them.
    }

    @Override
    public int[] list(int user, long atMillis, int count) {
        IntToDoubleFunction ofUser = scores.of(user, atMillis);
        TopItems top = new TopItems(count);
        for (int video = 0; video < world.videoCount(); video++) {
            if (!seen[user].get(video) && world.canShow(user, video)) {
                top.offer(video, ofUser.applyAsDouble(video));
            }
        }
        return top.drain(user).items();
    }

    @Override
    public void observed(List<LivePlay> plays) {
        plays.forEach(play -> seen[world.userOf(play.userId())].set(world.videoOf(play.itemId())));
    }
}
