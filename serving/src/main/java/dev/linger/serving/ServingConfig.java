package dev.linger.serving;

import dev.linger.data.InputException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a model is served.
 *
 * @param model folder of the model
 * @param beside a second model, if any
 * @param host address to listen on
 * @param port 0 for any that is free
 * @param keys file of the keys that clients must show; must be there where the host is not of the machine itself
 * @param data folder of what is kept
 * @param threads that answer
 * @param queue how many requests may wait for them
 * @param degradeMillis a request that has waited longer gets the order of retrieval
 * @param clock what time it is
 * @param newVideosEvery one of so many places of a list is that of a video that was uploaded since the fit, 0 for none; empty where the
 *     model says so
 * @param snapshotEvery after so many plays what was learned of them is written as a snapshot; 0 for never
 */
public record ServingConfig(
        Path model,
        Optional<Second> beside,
        String host,
        int port,
        Optional<Path> keys,
        Path data,
        int threads,
        int queue,
        int degradeMillis,
        ClockMode clock,
        OptionalInt newVideosEvery,
        int snapshotEvery) {
    private static final int MOST_THREADS = 1_024;
    private static final int LARGEST_PORT = 65_535;

    /**
     * A second model.
     *
     * @param share of users whom it answers, in (0, 1); 0 for a shadow
     */
    public record Second(Path model, double share) {}

    /** What time it is for lists. */
    public enum ClockMode {
        /** That of the machine. */
        NOW,

        /** One that starts at the end of the plays that the model was fitted to: for logs of the past. */
        LOG
    }

    public ServingConfig {
        require(port >= 0 && port <= LARGEST_PORT, "--port must be in 0.." + LARGEST_PORT + " but is " + port);
        require(
                threads >= 1 && threads <= MOST_THREADS,
                "--threads must be in 1.." + MOST_THREADS + " but is " + threads);
        require(queue >= 1, "--queue must be >= 1 but is " + queue);
        require(degradeMillis >= 0, "--degrade-after must be >= 0 ms but is " + degradeMillis);
        newVideosEvery.ifPresent(every -> require(every >= 0, "--new-videos-every must be >= 0 but is " + every));
        require(snapshotEvery >= 0, "--snapshot-every must be >= 0 but is " + snapshotEvery);
        require(
                keys.isPresent() || isLoopback(host),
                "--host " + host + " is not this machine alone, so clients must show a key: name a file of them with"
                        + " --keys, or leave --host out");
        beside.ifPresent(second -> require(
                second.share() >= 0 && second.share() < 1,
                "--share must be above 0 and below 1 but is " + second.share()));
    }

    private static void require(boolean isSo, String message) {
        if (!isSo) {
            throw new InputException(message);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new InputException("--host " + host + " is no address of this machine", unknown);
        }
    }
}
