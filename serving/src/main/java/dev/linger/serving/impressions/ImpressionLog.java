package dev.linger.serving.impressions;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.InputException;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.serving.json.IdJson;
import dev.linger.serving.json.StrictTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Impressions as lines of JSON, in files that are numbered and of bounded size; nothing is ever overwritten or removed. One
 * thread writes, so no request waits for a disk: where it does not keep up, impressions are left out and counted. What was
 * not yet written when a process is killed is lost.
 */
public final class ImpressionLog implements AutoCloseable {
    private static final int ROOM = 10_000;
    private static final long FILE_BYTES = 64L << 20;
    private static final long IDLE_MILLIS = 100;

    private final LineFiles files;
    private final Consumer<Throwable> failed;
    private final BlockingQueue<Impression> waiting = new ArrayBlockingQueue<>(ROOM);
    private final AtomicLong leftOut = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final Thread writer = new Thread(this::write, "impressions");
    private volatile boolean isClosing;

    /** Whether the last line could not be written; of the thread that writes. */
    private boolean isFailing;

    private ImpressionLog(LineFiles files, Consumer<Throwable> failed) {
        this.files = files;
        this.failed = failed;
    }

    /**
     * Opens a log, in a file after those that are there.
     *
     * @param failed told where a file cannot be written, once until one can be again; meanwhile impressions are left out
     * @throws InputException where the folder cannot be made or read
     */
    public static ImpressionLog open(Path folder, Consumer<Throwable> failed) {
        ImpressionLog log = new ImpressionLog(LineFiles.open(folder, FILE_BYTES), failed);
        log.writer.start();
        return log;
    }

    /** Takes note of an impression, or leaves it out. */
    public void add(Impression impression) {
        if (isClosing || !writer.isAlive() || !waiting.offer(impression)) {
            leftOut.incrementAndGet();
        }
    }

    /** How many were left out. */
    public long leftOut() {
        return leftOut.get();
    }

    /** How many are in the files. */
    public long written() {
        return written.get();
    }

    private void write() {
        try {
            Impression next = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            while (next != null || !isClosing) {
                if (next != null) {
                    write(next);
                }
                next = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            closeFile();
        }
    }

    /** Writes a line, into a new file where the last could not be written. */
    private void write(Impression next) {
        try {
            files.add(StrictTree.write(tree(next)));
            if (waiting.isEmpty()) {
                files.flush();
            }
            written.incrementAndGet();
            isFailing = false;
        } catch (IOException failure) {
            leftOut.incrementAndGet();
            told(failure);
            closeFile();
        }
    }

    private void closeFile() {
        try {
            files.close();
        } catch (IOException failure) {
            told(failure);
        }
    }

    private void told(IOException failure) {
        if (!isFailing) {
            isFailing = true;
            failed.accept(failure);
        }
    }

    private static ObjectNode tree(Impression impression) {
        UserAnswer answer = impression.answer();
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("at", Instant.ofEpochMilli(impression.atMillis()).toString());
        tree.put("request", impression.request());
        IdJson.put(tree, "user", answer.userId());
        tree.put("model", impression.model());
        tree.put("variant", impression.variant());
        tree.put("propensity", impression.propensity());
        tree.put("served", impression.isServed());
        tree.put("degraded", impression.isDegraded());
        tree.put("fallback", answer.fallback());
        if (!impression.exclude().isEmpty()) {
            ArrayNode exclude = tree.putArray("exclude");
            impression.exclude().stream().sorted().forEach(id -> IdJson.add(exclude, id));
        }
        if (!impression.blocks().creators().isEmpty()) {
            ArrayNode creators = tree.putArray("blockCreators");
            impression.blocks().creators().stream().sorted().forEach(creators::add);
        }
        if (!impression.blocks().tags().isEmpty()) {
            ArrayNode tags = tree.putArray("blockTags");
            impression.blocks().tags().stream().sorted().forEach(tags::add);
        }
        ArrayNode videos = tree.putArray("videos");
        for (UserAnswer.Listed listed : answer.videos()) {
            ObjectNode video = videos.addObject();
            video.put("rank", listed.rank());
            IdJson.put(video, "video", listed.videoId());
            if (Double.isFinite(listed.score())) {
                video.put("score", listed.score());
            }
            listed.propensity().ifPresent(of -> video.put("propensity", of));
        }
        return tree;
    }

    /** Writes what waits. */
    @Override
    public void close() {
        isClosing = true;
        try {
            writer.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
