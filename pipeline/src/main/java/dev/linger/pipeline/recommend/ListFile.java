package dev.linger.pipeline.recommend;

import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.RankedList;
import dev.linger.data.SideTables;
import dev.linger.data.Workers;
import dev.linger.data.parquet.ParquetColumn;
import dev.linger.data.parquet.ParquetWriter;
import dev.linger.pipeline.report.CsvLine;
import dev.linger.pipeline.report.ParquetIds;
import dev.linger.pipeline.run.NewPath;
import dev.linger.recommender.Answer;
import dev.linger.recommender.Recommender;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The lists of all users in one file, which appears whole or not at all. Its ending says what form it has. */
final class ListFile {
    private static final List<String> COLUMNS = List.of("user_id", "rank", "video_id", "score", "fallback", "title");
    private static final int USERS_PER_BLOCK = 64;

    /** So many users' lists are held at once. */
    private static final int USERS_PER_PART = 8_192;

    private final Path file;

    private ListFile(Path file) {
        this.file = file;
    }

    /**
     * The file of this path.
     *
     * @throws InputException where its ending is none that is known
     */
    static ListFile of(Path file) {
        if (!isParquet(file) && !hasEnding(file, ".csv")) {
            throw new InputException("--out " + file
                    + ": the lists of all users are written as CSV or Parquet; end it with .csv or .parquet");
        }
        return new ListFile(file);
    }

    private static boolean isParquet(Path file) {
        return hasEnding(file, ".parquet");
    }

    private static boolean hasEnding(Path file, String ending) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    /**
     * Writes the first videos of every user's list.
     *
     * @return how many users there are
     */
    int write(Recommender recommender, int count, Workers workers, Progress progress) {
        try (NewPath made = NewPath.begin(file)) {
            made.finish(path -> {
                try (ListSink sink =
                        isParquet(file) ? new ParquetLists(path, recommender.tables()) : new CsvLists(path)) {
                    give(sink, recommender, count, workers, progress);
                    sink.finish();
                }
            });
        }
        return recommender.tables().userCount();
    }

    private static void give(ListSink sink, Recommender recommender, int count, Workers workers, Progress progress)
            throws IOException {
        int users = recommender.tables().userCount();
        try (Progress.Task task = progress.start("recommend", "users", users)) {
            for (int from = 0; from < users; from += USERS_PER_PART) {
                int first = from;
                ListOfUser[] lists = new ListOfUser[Math.min(USERS_PER_PART, users - from)];
                workers.forBlocks(lists.length, USERS_PER_BLOCK, (begin, end) -> {
                    for (int at = begin; at < end; at++) {
                        Answer answer = recommender.served(first + at);
                        lists[at] = new ListOfUser(
                                answer.list().top(count),
                                recommender.retriever().isOfFallback(answer.found()));
                    }
                    task.advance(end - begin);
                });
                for (ListOfUser list : lists) {
                    give(sink, recommender.tables(), list);
                }
            }
        }
    }

    private record ListOfUser(RankedList list, boolean isOfFallback) {}

    private static void give(ListSink sink, SideTables tables, ListOfUser of) throws IOException {
        RankedList list = of.list();
        Id user = tables.users().id(list.user());
        for (int at = 0; at < list.size(); at++) {
            Id video = tables.items().id(list.items()[at]);
            String title = tables.itemTable().titles().of(list.items()[at]);
            sink.take(user, at + 1, video, list.scores()[at], of.isOfFallback(), title);
        }
    }

    /** A file of lists that is being written, row by row. */
    private interface ListSink extends AutoCloseable {
        /**
         * One video of a list.
         *
         * @param score infinite where nothing is known of the video
         * @param title "" where there is none
         */
        void take(Id user, int rank, Id video, double score, boolean isOfFallback, String title) throws IOException;

        void finish() throws IOException;

        @Override
        void close() throws IOException;
    }

    private static final class CsvLists implements ListSink {
        private final Writer writer;

        CsvLists(Path file) throws IOException {
            writer = Files.newBufferedWriter(file);
            writer.write(String.join(",", COLUMNS) + "\n");
        }

        @Override
        public void take(Id user, int rank, Id video, double score, boolean isOfFallback, String title)
                throws IOException {
            writer.write(CsvLine.cell(user.toString()) + "," + rank + "," + CsvLine.cell(video.toString()) + ","
                    + (Double.isInfinite(score) ? "" : score) + (isOfFallback ? ",1," : ",0,") + CsvLine.cell(title)
                    + "\n");
        }

        @Override
        public void finish() throws IOException {
            writer.flush();
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    private static final class ParquetLists implements ListSink {
        private final ParquetWriter writer;

        ParquetLists(Path file, SideTables tables) {
            writer = ParquetWriter.create(
                    file,
                    List.of(
                            new ParquetColumn(COLUMNS.get(0), ParquetIds.type(tables.users())),
                            new ParquetColumn(COLUMNS.get(1), ParquetColumn.Type.LONG),
                            new ParquetColumn(COLUMNS.get(2), ParquetIds.type(tables.items())),
                            new ParquetColumn(COLUMNS.get(3), ParquetColumn.Type.DOUBLE),
                            new ParquetColumn(COLUMNS.get(4), ParquetColumn.Type.INT),
                            new ParquetColumn(COLUMNS.get(5), ParquetColumn.Type.TEXT)));
        }

        @Override
        public void take(Id user, int rank, Id video, double score, boolean isOfFallback, String title) {
            ParquetIds.set(writer, 0, user);
            writer.set(1, (long) rank);
            ParquetIds.set(writer, 2, video);
            if (!Double.isInfinite(score)) {
                writer.set(3, score);
            }
            writer.set(4, isOfFallback ? 1L : 0L);
            if (!title.isEmpty()) {
                writer.set(5, title);
            }
            writer.endRow();
        }

        @Override
        public void finish() {
            writer.finish();
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
