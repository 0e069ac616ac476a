package dev.linger.pipeline.config;

import dev.linger.data.InputException;
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

    /** A text that is no file. */
    public ConfigText(String origin, String text) {
        this(origin, text, Optional.empty());
    }

    /** The text of a file in UTF-8. */
    public static ConfigText read(Path file) {
        try {
            return new ConfigText(file.toString(), Files.readString(file), Optional.of(file));
        } catch (CharacterCodingException malformed) {
            throw new InputException(file + ": not UTF-8 text", malformed);
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
