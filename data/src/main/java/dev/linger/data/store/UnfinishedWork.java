package dev.linger.data.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder that is being written. A hidden file beside it, {@code .NAME.linger-partial}, says so, and its writer
 * keeps that file locked for as long as it lives: where nobody holds the lock, the writer was killed, and
 * {@link #removeAbandoned} removes what it left. Process ids would not tell: containers give everyone the same.
 */
public final class UnfinishedWork implements AutoCloseable {
    private static final String ENDING = ".linger-partial";

    /** Marks of this process: to open and close one again would release its lock on POSIX systems. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path mark;
    private final FileChannel channel;

    private UnfinishedWork(Path path, Path mark, FileChannel channel) {
        this.path = path;
        this.mark = mark;
        this.channel = channel;
    }

    /**
     * Marks a path as one that this process is about to write.
     *
     * @param path in a folder that is there
     * @throws FileAlreadyExistsException where it is marked already
     */
    public static UnfinishedWork begin(Path path) throws IOException {
        Path mark = markOf(path);
        Path unnamed = Files.createTempFile(mark.resolveSibling(""), ".unmarked", "");
        FileChannel channel = FileChannel.open(unnamed, StandardOpenOption.WRITE);
        try {
            lock(channel);
            name(unnamed, mark);
        } catch (IOException failure) {
            channel.close();
            throw failure;
        } finally {
            Files.deleteIfExists(unnamed);
        }
        return new UnfinishedWork(path, mark, channel);
    }

    /** Gives a locked file the name of a mark: one that has the name and is not yet locked would look abandoned. */
    private static void name(Path locked, Path mark) throws IOException {
        if (!OWN.add(mark)) {
            throw new FileAlreadyExistsException(mark.toString());
        }
        boolean named = false;
        try {
            try {
                Files.createLink(mark, locked);
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                if (Files.exists(mark)) {
                    throw new FileAlreadyExistsException(mark.toString());
                }
                Files.move(locked, mark);
            }
            named = true;
        } finally {
            if (!named) {
                OWN.remove(mark);
            }
        }
    }

    private static Path markOf(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        return absolute.resolveSibling("." + absolute.getFileName() + ENDING);
    }

    /** Locks the file of a channel, where the file system has locks. */
    private static void lock(FileChannel channel) {
        try {
            channel.lock();
        } catch (IOException noLocks) {
            // every mark then looks abandoned to other processes
        }
    }

    public Path path() {
        return path;
    }

    /** The work is finished, or is to stay as it is. */
    @Override
    public void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(mark);
        } finally {
            OWN.remove(mark);
        }
    }

    /** Removes what was written so far, where it has not been moved elsewhere, and ends the work. */
    public void discard() throws IOException {
        try (this) {
            deleteTree(path);
        }
    }

    /**
     * Removes what killed processes left unfinished in a folder. What cannot be removed stays for another time.
     *
     * @param names which names are looked at
     * @param isFinished whether what lies there is complete after all, and only the mark was left
     * @return what was removed
     */
    public static List<Path> removeAbandoned(Path folder, Pattern names, Predicate<Path> isFinished) {
        List<Path> removed = new ArrayList<>();
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder, ".*" + ENDING)) {
            for (Path mark : marks) {
                String marked = String.valueOf(mark.getFileName());
                Path path = folder.resolve(marked.substring(1, marked.length() - ENDING.length()));
                if (names.matcher(String.valueOf(path.getFileName())).matches()) {
                    Path left = removed(path, isFinished);
                    if (left != null) {
                        removed.add(left);
                    }
                }
            }
        } catch (IOException | DirectoryIteratorException notThere) {
            // nothing was left where there is no folder
        }
        removed.sort(Comparator.naturalOrder());
        return removed;
    }

    private static @Nullable Path removed(Path path, Predicate<Path> isFinished) {
        Path mark = markOf(path);
        if (OWN.contains(mark)) {
            return null;
        }
        try {
            return removed(path, mark, identity(mark), isFinished);
        } catch (IOException gone) {
            return null;
        }
    }

    /** What tells a file from another that has its name afterwards, where the file system says. */
    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** @param found the mark that was found: between that and its lock its work may end, and other work begin in its name */
    private static @Nullable Path removed(Path path, Path mark, @Nullable Object found, Predicate<Path> isFinished) {
        try (FileChannel channel = FileChannel.open(mark, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null || !Objects.equals(found, identity(mark))) {
                return null;
            }
            boolean left = Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !isFinished.test(path);
            if (left) {
                deleteTree(path);
            }
            Files.delete(mark);
            return left ? path : null;
        } catch (IOException | OverlappingFileLockException inUse) {
            return null;
        }
    }

    /** Removes a file or folder, where it is there. */
    public static void deleteTree(Path root) throws IOException {
        if (Files.notExists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
