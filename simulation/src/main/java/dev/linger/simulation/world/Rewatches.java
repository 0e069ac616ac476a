package dev.linger.simulation.world;

import dev.linger.simulation.shape.Design;

/**
 * How likely a user goes back to a video watched before: always alike, or so that the log holds a given number of such
 * plays. Then it grows with what the user has watched, from {@code FIRST} to {@code 2 - FIRST} times the share of all plays
 * that are still to go back, and users make up for the chance of those before them: the count is met to a few plays.
 */
public final class Rewatches {
    private static final double FIRST = 0.2;

    private final double share;
    private final boolean counted;
    private long left;
    private long playsLeft;
    private double shareOfUser;
    private int playsOfUser;
    private int played;

    private Rewatches(double share, boolean counted, long plays) {
        this.share = share;
        this.counted = counted;
        this.left = (long) StrictMath.rint(share * plays);
        this.playsLeft = plays;
    }

    public static Rewatches of(Design design) {
        return new Rewatches(
                design.parameters().rewatchShare(),
                design.exact() != null,
                design.sizes().plays());
    }

    /** Begins with the next user. */
    void begin(int plays) {
        shareOfUser = (double) left / playsLeft;
        playsOfUser = plays;
        played = 0;
    }

    /** The chance that the user's next play goes back. */
    double chance() {
        return counted ? shareOfUser * (FIRST + 2 * (1 - FIRST) * played / playsOfUser) : share;
    }

    /** Takes note of a play. */
    void count(boolean again) {
        played++;
        playsLeft--;
        left -= again ? 1 : 0;
    }
}
