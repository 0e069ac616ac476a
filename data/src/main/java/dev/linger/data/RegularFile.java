package dev.linger.data;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Looks at what is there in place of a file before anything waits for it: a pipe would be waited for without end. */
public final class RegularFile {
    private RegularFile() {}

    /**
     * Whether the file is there.
     *
     * @throws InputException where a folder, pipe or device stands in its place, a link leads nowhere, or it may not be read
     */
    public static boolean isThere(Path file) {
        if (!Files.exists(file)) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new InputException(file + " is a link to what is not there; mend or remove it");
            }
            return false;
        }
        if (Files.isDirectory(file)) {
            throw new InputException(file + " is a folder, where a file is expected");
        }
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    file + " is a pipe or device, where a file is expected; write its content to a file");
        }
        if (!Files.isReadable(file)) {
            throw new InputException(
                    "no permission to read " + file + "; it needs the read permission, as by chmod +r");
        }
        return true;
    }
}
