package dev.linger.simulation.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.draw.Selection;
import dev.linger.simulation.world.Audience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** Writes social_network.csv: few users have friends, and these like what the user likes. */
public final class SocialNetworkWriter {
    /** Share of the users with friends: 472 of 7,176 in KuaiRec. */
    public static final double HAS_FRIENDS = 0.066;
    /** Shares of those with at most 1, 2, 3, 4 friends: a mean of 1.4. */
    private static final double[] FRIEND_COUNTS = {0.72, 0.9, 0.98, 1};
    /** A friend is the one of so many people whose taste is nearest. */
    private static final int ACQUAINTANCES = 8;

    private final Audience audience;
    private final Selection haveFriends;

    /** @param haveFriends asked of one user after the other */
    public SocialNetworkWriter(Audience audience, Selection haveFriends) {
        this.audience = audience;
        this.haveFriends = haveFriends;
    }

    public void write(Path directory, Seed seed) throws IOException {
        Draws draws = new Draws(seed.stream("social network"));
        try (CsvWriter writer = KuaiRecFile.SOCIAL_NETWORK.create(directory)) {
            for (int user = 0; user < audience.size(); user++) {
                if (haveFriends.takesNext(draws)) {
                    writer.writeRecord(Integer.toString(user), KuaiRecFile.listText(friends(user, draws)));
                }
            }
        }
    }

    private int[] friends(int user, Draws draws) {
        int count = draws.weighted(FRIEND_COUNTS) + 1;
        return IntStream.generate(() -> friend(user, draws))
                .distinct()
                .limit(count)
                .toArray();
    }

    private int friend(int user, Draws draws) {
        int nearest = stranger(user, draws);
        for (int met = 1; met < ACQUAINTANCES; met++) {
            int other = stranger(user, draws);
            nearest = audience.likeness(user, other) > audience.likeness(user, nearest) ? other : nearest;
        }
        return nearest;
    }

    private int stranger(int user, Draws draws) {
        int other = draws.below(audience.size() - 1);
        return other < user ? other : other + 1;
    }
}
