package dev.linger.serving.store;

import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.serving.store.AppendQueue.Append;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays in a file of SQLite. One thread commits: it takes all that waits and writes it in one transaction, so that many
 * appends share one flush to the disk (group commit). That thread also tells the listener and completes the futures: what
 * hangs on them must be short.
 *
 * <p>Where the disk is full or fails, the appends of that transaction fail and {@link #problem} says so until a later
 * transaction succeeds; one is tried every second.
 */
public final class SqlitePlayStore implements PlayStore {
    /** A quarter of a second's work or less. */
    private static final int MOST_WAITING = 20_000;

    /** So many plays at once make the flush cheap; more would only let the first of them wait. */
    private static final int PLAYS_A_TRANSACTION = 2_000;

    private static final long TRY_AGAIN_MILLIS = 1_000;

    private final PlayFile file;
    private final AppendQueue queue;
    private final Thread committing = new Thread(this::commitAll, "linger-commits-plays");
    private volatile Consumer<List<ReceivedPlay>> listener = committed -> {};
    private volatile @Nullable String problem;

    private SqlitePlayStore(PlayFile file, int mostWaiting) {
        this.file = file;
        this.queue = new AppendQueue(mostWaiting);
        committing.setDaemon(true);
    }

    /**
     * Opens the store of a folder, or begins one there.
     *
     * @throws InputException where another process has it open, or its file is damaged, of another version, or of something
     *     else; the file is as it was then
     */
    public static SqlitePlayStore open(Path folder) {
        return open(folder, MOST_WAITING);
    }

    /**
     * Opens it as {@link #open(Path)} does.
     *
     * @param mostWaiting plays that may wait to be written before appends fail with {@link StoreBusyException}
     */
    public static SqlitePlayStore open(Path folder, int mostWaiting) {
        SqlitePlayStore store = new SqlitePlayStore(PlayFile.open(folder), mostWaiting);
        store.committing.start();
        return store;
    }

    @Override
    public CompletableFuture<List<Stored>> append(List<ReceivedPlay> plays) {
        Append append = new Append(plays, new CompletableFuture<>());
        try {
            queue.add(append);
        } catch (StoreBusyException | StoreFailedException refused) {
            append.result().completeExceptionally(refused);
        }
        return append.result();
    }

    @Override
    public boolean takesTexts() {
        return file.takesTexts();
    }

    private void commitAll() {
        try {
            List<Append> group = next();
            while (!group.isEmpty() || !queue.isFinished()) {
                if (!group.isEmpty()) {
                    commit(group);
                } else if (problem != null) {
                    tryAgain();
                }
                group = next();
            }
        } finally {
            close(file);
        }
    }

    private void close(PlayFile open) {
        try {
            open.close();
        } catch (SQLException | IOException failure) {
            problem = open.path() + ": cannot be closed (" + failure.getMessage() + "); what was acknowledged is in it";
        }
    }

    private List<Append> next() {
        return queue.take(PLAYS_A_TRANSACTION, TRY_AGAIN_MILLIS);
    }

    private void tryAgain() {
        try {
            file.writeNothing();
            problem = null;
        } catch (SQLException still) {
            problem = said(still);
        }
    }

    private void commit(List<Append> group) {
        try {
            List<ReceivedPlay> plays = new ArrayList<>();
            group.forEach(append -> plays.addAll(append.plays()));
            List<Stored> stored = file.insert(plays);
            problem = null;
            tell(plays, stored);
            acknowledge(group, stored);
        } catch (SQLException failure) {
            problem = said(failure);
            fail(group, new StoreFailedException(said(failure), failure));
        } catch (RuntimeException failure) {
            stop(group, failure);
        } catch (Error failure) {
            stop(group, failure);
            throw failure;
        }
    }

    private void tell(List<ReceivedPlay> plays, List<Stored> stored) {
        List<ReceivedPlay> committed = new ArrayList<>();
        for (int play = 0; play < plays.size(); play++) {
            if (stored.get(play) == Stored.NEW) {
                committed.add(plays.get(play));
            }
        }
        if (!committed.isEmpty()) {
            listener.accept(List.copyOf(committed));
        }
    }

    private static void acknowledge(List<Append> group, List<Stored> stored) {
        int from = 0;
        for (Append append : group) {
            int to = from + append.plays().size();
            append.result().complete(List.copyOf(stored.subList(from, to)));
            from = to;
        }
    }

    /** What the listener was told may no longer be what is stored, so nothing more is taken. */
    private void stop(List<Append> group, Throwable failure) {
        StoreFailedException stopped = new StoreFailedException(
                "the store stopped after a failure (" + failure + "); start the server again", failure);
        problem = stopped.getMessage();
        queue.close(stopped);
        fail(group, stopped);
        for (List<Append> more = next(); !more.isEmpty(); more = next()) {
            fail(more, stopped);
        }
    }

    private static void fail(List<Append> group, StoreFailedException failure) {
        group.forEach(append -> append.result().completeExceptionally(failure));
    }

    private String said(SQLException failure) {
        return file.path() + ": plays cannot be written (" + failure.getMessage() + ")";
    }

    @Override
    public void replay(Consumer<List<ReceivedPlay>> each) {
        file.replay(each);
    }

    @Override
    public void replayAfter(String id, Consumer<List<ReceivedPlay>> each) {
        file.replayAfter(id, each);
    }

    @Override
    public long countUpTo(String id) {
        return file.countUpTo(id);
    }

    @Override
    public void keep(List<LiveVideo> videos) {
        write(() -> file.keep(videos));
    }

    @Override
    public void keepBlocks(List<BlockChange> changes) {
        write(() -> file.keepBlocks(changes));
    }

    private void write(Write what) {
        try {
            what.run();
            problem = null;
        } catch (SQLException failure) {
            problem = said(failure);
            throw new StoreFailedException(said(failure), failure);
        }
    }

    @FunctionalInterface
    private interface Write {
        void run() throws SQLException;
    }

    @Override
    public Map<Id, Blocks> blocks() {
        return file.blocks();
    }

    @Override
    public List<LiveVideo> videos() {
        return file.videos();
    }

    @Override
    public void listener(Consumer<List<ReceivedPlay>> committed) {
        listener = committed;
    }

    @Override
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public void close() {
        queue.close(new StoreFailedException("the store is closed"));
        boolean interrupted = false;
        while (committing.isAlive()) {
            try {
                committing.join();
            } catch (InterruptedException interrupt) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
