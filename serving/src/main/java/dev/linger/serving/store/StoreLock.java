package dev.linger.serving.store;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a folder for one store: a file in it that its process holds locked, and that the system lets go when it is killed. */
final class StoreLock implements AutoCloseable {
    private static final String NAME = "plays.lock";

    /** Folders of this process: to open and close the file once more would release its lock on POSIX systems. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private StoreLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws InputException where another store has the folder */
    static StoreLock of(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!OWN.add(real)) {
            throw inUse(folder);
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(real.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            if (lock == null) {
                throw inUse(folder);
            }
            return new StoreLock(real, channel);
        } finally {
            if (lock == null) {
                OWN.remove(real);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static InputException inUse(Path folder) {
        return new InputException(
                folder + ": another server keeps its plays here; stop it first, or give this one a folder of its own");
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            OWN.remove(folder);
        }
    }
}
