package dev.linger.simulation.draw;

import dev.linger.data.Draws;

/** Says of one thing after the other whether it is taken. */
@FunctionalInterface
public interface Selection {
    boolean takesNext(Draws draws);

    /** Takes each by itself with the given chance. */
    static Selection byChance(double chance) {
        return draws -> draws.chance(chance);
    }

    /**
     * Takes exactly {@code count} of {@code all}, each choice of them being as likely as any other (Fan, Muller and
     * Rezucha, JASA 1962).
     */
    static Selection exactly(long count, long all) {
        return new Selection() {
            private long wanted = count;
            private long left = all;

            @Override
            public boolean takesNext(Draws draws) {
                boolean taken = draws.uniform() * left < wanted;
                wanted -= taken ? 1 : 0;
                left--;
                return taken;
            }
        };
    }
}
