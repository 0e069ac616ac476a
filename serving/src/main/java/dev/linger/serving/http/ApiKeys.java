package dev.linger.serving.http;

import dev.linger.data.InputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that clients must show; how long a comparison takes says nothing of how much of a key was right. */
public final class ApiKeys {
    private static final int SHORTEST = 16;
    private static final String SCHEME = "Bearer ";

    private final List<byte[]> digests;

    private ApiKeys(List<byte[]> digests) {
        this.digests = List.copyOf(digests);
    }

    /** No key is needed. */
    public static ApiKeys none() {
        return new ApiKeys(List.of());
    }

    /**
     * Reads a key from each line; empty lines and those that begin with # are comments.
     *
     * @throws InputException where there is no key, or one is shorter than {@value #SHORTEST} characters
     */
    public static ApiKeys read(Path file) {
        try {
            List<String> keys = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            if (keys.isEmpty()) {
                throw new InputException(
                        file + ": has no key; write one in each line, such as openssl rand -hex 32 makes");
            }
            if (keys.stream().anyMatch(key -> key.length() < SHORTEST)) {
                throw new InputException(
                        file + ": a key has fewer than " + SHORTEST + " characters and can be guessed");
            }
            return new ApiKeys(keys.stream().map(ApiKeys::digest).toList());
        } catch (IOException failure) {
            throw new InputException(file + ": the keys cannot be read (" + failure + ")", failure);
        }
    }

    /** @param authorization that header of a request */
    boolean allow(@Nullable String authorization) {
        if (digests.isEmpty()) {
            return true;
        }
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] shown = digest(authorization.substring(SCHEME.length()).strip());
        boolean isOne = false;
        for (byte[] key : digests) {
            isOne |= MessageDigest.isEqual(key, shown);
        }
        return isOne;
    }

    private static byte[] digest(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java runtime has SHA-256", never);
        }
    }
}
