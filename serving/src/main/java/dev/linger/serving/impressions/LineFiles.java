package dev.linger.serving.impressions;

import dev.linger.data.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lines in numbered files: the next begins when one is full. For one thread. */
final class LineFiles implements AutoCloseable {
    private static final String PATTERN = "impressions-[0-9]{6}\\.jsonl";

    private final Path folder;
    private final long mostBytes;
    private @Nullable OutputStream out;
    private int number;
    private long bytes;

    private LineFiles(Path folder, long mostBytes, int number) {
        this.folder = folder;
        this.mostBytes = mostBytes;
        this.number = number;
    }

    /**
     * Opens a folder, for files after those that are there.
     *
     * @throws InputException where it cannot be made or read
     */
    static LineFiles open(Path folder, long mostBytes) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                int last = files.filter(LineFiles::isOne)
                        .map(file -> String.valueOf(file.getFileName()))
                        .mapToInt(name -> Integer.parseInt(name.replaceAll("[^0-9]", "")))
                        .max()
                        .orElse(0);
                return new LineFiles(folder, mostBytes, last);
            }
        } catch (IOException failure) {
            throw new InputException(folder + ": impressions cannot be kept (" + failure + ")", failure);
        }
    }

    /** Whether a file has the name of one. */
    static boolean isOne(Path file) {
        return String.valueOf(file.getFileName()).matches(PATTERN);
    }

    void add(byte[] line) throws IOException {
        OutputStream to = out;
        if (to == null || bytes >= mostBytes) {
            close();
            to = new BufferedOutputStream(Files.newOutputStream(
                    folder.resolve(String.format(Locale.ROOT, "impressions-%06d.jsonl", ++number)),
                    StandardOpenOption.CREATE_NEW));
            out = to;
            bytes = 0;
        }
        to.write(line);
        to.write('\n');
        bytes += line.length + 1L;
    }

    void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        OutputStream last = out;
        out = null;
        if (last != null) {
            last.close();
        }
    }
}
