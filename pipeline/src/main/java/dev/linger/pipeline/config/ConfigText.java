package dev.linger.pipeline.config;

import dev.linger.data.InputException;
import dev.linger.data.RegularFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A configuration file as text.
 *
 * @param origin how errors name it, its path
 * @param text the JSON, unchecked
 * @param file where it is; empty for a packaged one
 */
public record ConfigText(String origin, String text, Optional<Path> file) {
    static final String SUFFIX = ".json";

    private static final long MOST_BYTES = 16 << 20;
    private static final String SAVE =
            "save it as UTF-8, if it is a text in UTF-16 or of another encoding, or name the right file";

    /** A text that is no file. */
    public ConfigText(String origin, String text) {
        this(origin, text, Optional.empty());
    }

    /** The text of a file in UTF-8. */
    public static ConfigText read(Path file) {
        if (!RegularFile.isThere(file)) {
            throw new InputException(file + " is not there");
        }
        try {
            long bytes = Files.size(file);
            if (bytes > MOST_BYTES) {
                throw new InputException(file + ": has " + bytes + " bytes, a configuration at most " + MOST_BYTES
                        + "; is it another file?");
            }
            String text = Files.readString(file);
            if (text.indexOf('\0') >= 0) {
                throw new InputException(file + ": not UTF-8 text: it holds zero bytes; " + SAVE);
            }
            return new ConfigText(file.toString(), text, Optional.of(file));
        } catch (CharacterCodingException malformed) {
            throw new InputException(file + ": not UTF-8 text; " + SAVE, malformed);
        } catch (IOException failure) {
            throw new InputException(file + ": cannot be read (" + failure + ")", failure);
        }
    }

    /** The file's name without folders and ".json": what a run is called by. */
    public String name() {
        String name = origin.substring(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1);
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
