package dev.linger.pipeline.run;

import dev.linger.data.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that a run read.
 *
 * @param path where it stands
 * @param bytes its size
 * @param sha256 its digest, in hexadecimal
 * @param rows its rows, as its reader counted them
 */
public record InputFile(String path, long bytes, String sha256, long rows) {
    /** Takes size and digest of the file; reads it once. */
    public static InputFile of(Path file, long rows) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            long bytes = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                bytes += read;
            }
            return new InputFile(file.toString(), bytes, HexFormat.of().formatHex(digest.digest()), rows);
        } catch (IOException failure) {
            throw new InputException(file + ": cannot be read (" + failure + ")", failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
