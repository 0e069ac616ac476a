package dev.linger.pipeline.cache;

import dev.linger.data.InputException;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an entry says of itself.
 *
 * @param digest of its key
 * @param seconds that its value took to make
 */
record EntryNote(String digest, double seconds) {
    private static final String FILE = "step.txt";
    private static final Pattern FORM = Pattern.compile("linger step 1\nkey ([0-9a-f]{64})\nseconds (\\d+\\.\\d{3})\n");

    void write(ModelWriter to) throws IOException {
        to.text(
                FILE,
                String.format(Locale.ROOT, "linger step 1%nkey %s%nseconds %.3f%n", digest, seconds)
                        .replace(System.lineSeparator(), "\n"));
    }

    static EntryNote read(ModelReader from) {
        Matcher form = FORM.matcher(from.text(FILE));
        if (!form.matches()) {
            throw new InputException(from.path(FILE) + ": not the note of a step of this version");
        }
        return new EntryNote(form.group(1), Double.parseDouble(form.group(2)));
    }

    void requireKey(CacheKey key) {
        if (!digest.equals(key.digest())) {
            throw new InputException("it is of another key");
        }
    }
}
