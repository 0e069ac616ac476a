package dev.linger.pipeline.recommend;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.Workers;
import dev.linger.data.store.UnfinishedWork;
import dev.linger.recommender.Answer;
import dev.linger.recommender.Recommender;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.stream.IntStream;

/** The lists of all users in one file, which appears whole or not at all. Its ending says what form it has. */
final class ListFile {
    private static final int USERS_PER_BLOCK = 64;

    /** So many users' lists are held at once. */
    private static final int USERS_PER_PART = 8_192;

    private final Path file;

    private ListFile(Path file) {
        this.file = file;
    }

    /**
     * The file of this path, which must not be there.
     *
     * @throws InputException where its ending is none that is known, or something is there
     */
    static ListFile of(Path file) {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw new InputException("--out " + file + ": the lists of all users are written as CSV; end it with .csv");
        }
        if (Files.exists(file)) {
            throw new InputException(file + " is there already; give an --out that is not, or move it away first");
        }
        return new ListFile(file);
    }

    /**
     * Writes the first videos of every user's list.
     *
     * @return how many users there are
     */
    int write(Recommender recommender, int count, Workers workers, Progress progress) {
        Path absolute = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute.resolveSibling(""));
            UnfinishedWork work = UnfinishedWork.begin(absolute.resolveSibling(absolute.getFileName() + ".unfinished"));
            try {
                try (Writer writer = Files.newBufferedWriter(work.path())) {
                    writeLists(writer, recommender, count, workers, progress);
                }
                Files.move(work.path(), absolute, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                work.discard();
            }
        } catch (FileAlreadyExistsException taken) {
            throw new InputException(
                    "another process is writing " + file + "; wait for it or give another --out", taken);
        } catch (IOException failure) {
            throw new InputException(
                    file + " cannot be written (" + failure + "); give an --out that can be written and has room",
                    failure);
        }
        return recommender.tables().userCount();
    }

    private static void writeLists(
            Writer writer, Recommender recommender, int count, Workers workers, Progress progress) throws IOException {
        int users = recommender.tables().userCount();
        writer.write("user_id,rank,video_id,score,fallback\n");
        try (Progress.Task task = progress.start("recommend", "users", users)) {
            for (int from = 0; from < users; from += USERS_PER_PART) {
                int first = from;
                String[] lines = new String[Math.min(USERS_PER_PART, users - from)];
                workers.forBlocks(lines.length, USERS_PER_BLOCK, (begin, end) -> {
                    IntStream.range(begin, end).forEach(at -> lines[at] = lines(recommender, first + at, count));
                    task.advance(end - begin);
                });
                for (String ofUser : lines) {
                    writer.write(ofUser);
                }
            }
        }
    }

    private static String lines(Recommender recommender, int user, int count) {
        Answer answer = recommender.answer(user);
        RankedList list = answer.list().top(count);
        String fallback = UserAnswer.isOfFallback(recommender, answer) ? ",1\n" : ",0\n";
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < list.size(); at++) {
            double score = list.scores()[at];
            lines.append(recommender.tables().users().id(user))
                    .append(',')
                    .append(at + 1)
                    .append(',')
                    .append(recommender.tables().items().id(list.items()[at]))
                    .append(',')
                    .append(Double.isInfinite(score) ? "" : Double.toString(score))
                    .append(fallback);
        }
        return lines.toString();
    }
}
