package dev.linger.serving.store;

import dev.linger.data.Id;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.live.LiveVideo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Where plays are kept, videos that were uploaded, and what users block. Every new play has the next sequence number; {@link #replay} and the
 * listener see each play once, in the order of these numbers, so the n-th play of one is the n-th of the other. Any number of
 * threads may append.
 */
public interface PlayStore extends AutoCloseable {

    /**
     * Keeps plays. The future completes when they are durable and the listener has returned; it fails where they could not be
     * kept, and then none of them is: with {@link StoreBusyException} where too many wait, else with {@link
     * StoreFailedException}.
     *
     * @param plays at least one; the same id twice is a duplicate or a conflict of the first
     * @return what became of each, in their order
     */
    CompletableFuture<List<Stored>> append(List<ReceivedPlay> plays);

    /**
     * Gives all durable plays from the first on, in lists of a size that fits in memory. May be called again and while plays are
     * appended; it may then see plays that the listener has not been given yet.
     *
     * @param each called by the calling thread
     */
    void replay(Consumer<List<ReceivedPlay>> each);

    /**
     * The same of those that came after one.
     *
     * @param id of a play that is there
     */
    void replayAfter(String id, Consumer<List<ReceivedPlay>> each);

    /** How many plays there are up to one and with it; 0 where it is not there. */
    long countUpTo(String id);

    /**
     * Sets who is told of new plays: by the one thread that commits, after they are durable and before they are acknowledged,
     * only {@link Stored#NEW} ones. To be called once, before the first append; plays found when the store was opened are not
     * given, {@link #replay} has them.
     *
     * @param committed must not throw
     */
    void listener(Consumer<List<ReceivedPlay>> committed);

    /**
     * Keeps videos that were uploaded, changed or withdrawn, each in the place of what was kept of it; when it returns they are
     * durable.
     *
     * @throws StoreFailedException where they cannot be kept, and then none of them is
     */
    void keep(List<LiveVideo> videos);

    /** All videos that were kept, in the order in which they came last. */
    List<LiveVideo> videos();

    /**
     * Keeps what users block or block no more, one change after the other; when it returns they are durable.
     *
     * @throws StoreFailedException where they cannot be kept, and then none of them is
     */
    void keepBlocks(List<BlockChange> changes);

    /** What each user blocks who blocks anything. */
    Map<Id, Blocks> blocks();

    /** Whether ids of users and videos may be texts; a store that an earlier version began keeps numbers only. */
    default boolean takesTexts() {
        return true;
    }

    /** Why plays cannot be kept at the moment; empty where they can, as far as is known. */
    Optional<String> problem();

    /** Keeps what was appended, completes all futures, and lets go of the files. */
    @Override
    void close();
}
