package dev.linger.data.csv;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows of numbers by several threads: one reads and digests the bytes and cuts them into blocks of lines, some parse
 * blocks, and the one that asks hands the rows over, block by block in the order of the file. What is handed over, and with
 * which lines, depends neither on the number of threads nor on where blocks end: it is what {@link RowReader} gives.
 */
final class NumberReader implements AutoCloseable {
    private final InputStream text;
    private final char delimiter;
    private final CsvHeader header;
    private final NumberSink sink;
    private final @Nullable CellKind[] kinds;
    private final LineBlocks blocks;
    private final ExecutorService threads;
    private final BlockingQueue<LineBlock> unused = new LinkedBlockingQueue<>();
    private final BlockingQueue<Future<LineBlock>> ordered = new LinkedBlockingQueue<>();
    private LineCounts counts = LineCounts.NONE;
    private long line = 1;

    /**
     * Reads a text whose first line is the header, or what is below it.
     *
     * @param headerPassed whether the header is not in the text
     * @param blockSize bytes of a block
     * @param parsing how many threads parse
     */
    NumberReader(
            InputStream text,
            char delimiter,
            CsvHeader header,
            boolean headerPassed,
            NumberSink sink,
            int blockSize,
            int parsing) {
        this.text = text;
        this.delimiter = delimiter;
        this.header = header;
        this.sink = sink;
        this.blocks = new LineBlocks(text, headerPassed);
        this.kinds = new CellKind[header.size()];
        for (int field = 0; field < kinds.length; field++) {
            kinds[field] = sink.kind(field);
        }
        for (int block = 0; block < 2 * parsing + 2; block++) {
            unused.add(new LineBlock(blockSize));
        }
        this.threads = Executors.newFixedThreadPool(parsing + 1, task -> {
            Thread thread = new Thread(task, "linger-rows-of-" + header.file());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Reads to the end of the text. */
    void readAll() throws IOException {
        threads.execute(this::fillBlocks);
        boolean more = true;
        while (more) {
            LineBlock block = nextBlock();
            more = !block.last && !block.endless;
            if (block.endless) {
                handRest(block);
            } else {
                handOver(block);
            }
            unused.add(block);
        }
    }

    /** What the lines came to. */
    LineCounts counts() {
        return counts;
    }

    private void fillBlocks() {
        try {
            boolean more = true;
            while (more) {
                LineBlock block = unused.take();
                blocks.fill(block);
                more = !block.last && !block.endless;
                ordered.add(
                        block.endless ? CompletableFuture.completedFuture(block) : threads.submit(() -> parsed(block)));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException | Error failure) {
            ordered.add(CompletableFuture.failedFuture(failure));
        }
    }

    private LineBlock parsed(LineBlock block) {
        new BlockParser(kinds, delimiter).parse(block);
        return block;
    }

    private LineBlock nextBlock() throws IOException {
        try {
            return ordered.take().get();
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", interrupt);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException exception) {
                throw exception;
            }
            if (failure.getCause() instanceof RuntimeException exception) {
                throw exception;
            }
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    private void handOver(LineBlock block) throws IOException {
        line += block.linesAbove;
        counts = counts.plus(new LineCounts(block.lines, block.rows, 0, 0, block.blankAbove));
        int row = 0;
        for (int run = 0; run < block.runs; run++) {
            handRows(block, row, block.rowsBefore(run));
            row = block.rowsBefore(run);
            int begin = block.runBegin(run);
            int end = block.runEnd(run);
            LineCounts found = read(new DecodedText(block.text, begin, end, delimiter), end - begin, true);
            line += found.lines();
            counts = counts.plus(found.withoutLines());
        }
        handRows(block, row, block.rows);
    }

    private void handRows(LineBlock block, int from, int to) throws IOException {
        int width = block.width;
        for (int row = from; row < to; row++) {
            if (!sink.row(line, block.numbers, row * width)) {
                handTexts(block, block.rowBegins[row]);
            }
            line++;
        }
    }

    /** Hands over the texts of a row that was counted already. */
    private void handTexts(LineBlock block, int begin) throws IOException {
        int end = LineBlocks.behindLineEnd(block.text, LineBlocks.lineEnd(block.text, begin), block.end);
        read(new DecodedText(block.text, begin, end, delimiter), end - begin, true);
    }

    /** Reads on by one thread from the beginning of a line that is longer than any row. */
    private void handRest(LineBlock block) throws IOException {
        InputStream rest = new SequenceInputStream(
                new ByteArrayInputStream(block.text, 0, block.end), new FilterInputStream(text) {
                    @Override
                    public void close() {} // whoever opened it closes it
                });
        counts = counts.plus(read(new DecodedText(rest, delimiter), Integer.MAX_VALUE, blocks.headerPassed()));
    }

    private LineCounts read(DecodedText part, int most, boolean headerPassed) throws IOException {
        RowReader rows = RowReader.ofPart(part, most, line, headerPassed, header, sink);
        rows.readAll();
        return rows.counts();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException interrupt) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
