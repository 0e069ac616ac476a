package dev.linger.candidates.content;

import dev.linger.candidates.InteractionMatrix;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.PairPlays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.SparseRows;
import dev.linger.candidates.TimeDecay;
import dev.linger.data.Friends;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the friends of a user liked lately:
 *
 * <pre>
 * score = sum over friends, over their liked plays of the item, of 0.5^(ageDays / halfLifeDays)
 * </pre>
 *
 * <p>Nothing is known of an item that no friend liked, nor of a user without friends. A play changes nothing until the source is
 * fitted again. The scorer is named "friends-liked".
 */
public final class FriendsLiked implements ItemScorer {
    private static final String FILE = "liked";

    private final Friends friends;
    private final SparseRows liked;

    /** @param liked of each user the liked items, and what their liked plays are worth */
    private FriendsLiked(Friends friends, SparseRows liked) {
        this.friends = friends;
        this.liked = liked;
    }

    static FriendsLiked of(
            PairPlays plays,
            Friends friends,
            int itemCount,
            FriendsLikedConfig config,
            long cutMillis,
            Workers workers) {
        InteractionMatrix worth = InteractionMatrix.of(
                plays,
                itemCount,
                (durationMillis, watchRatio) -> watchRatio > config.likedThreshold() ? 1 : 0,
                new TimeDecay(config.halfLifeDays(), cutMillis),
                RepeatRule.SUM,
                workers);
        return new FriendsLiked(friends, worth.byUser().above(0));
    }

    static FriendsLiked read(ModelReader from, SideTables tables) {
        return from.columns(
                FILE,
                in -> new FriendsLiked(
                        tables.userTable().friends(), SparseRows.read(in, tables.userCount(), tables.itemCount())));
    }

    @Override
    public void write(ModelWriter to) throws IOException {
        to.columns(FILE, liked::write);
    }

    @Override
    public String name() {
        return "friends-liked";
    }

    @Override
    public int itemCount() {
        return liked.columnCount();
    }

    @Override
    public void score(int user, double[] scores) {
        Arrays.fill(scores, Double.NEGATIVE_INFINITY);
        for (int number = 0; number < friends.count(user); number++) {
            int friend = friends.of(user, number);
            for (int cell = liked.from(friend); cell < liked.to(friend); cell++) {
                int item = liked.column(cell);
                scores[item] = Math.max(0, scores[item]) + liked.value(cell);
            }
        }
    }
}
