package dev.linger.serving.store;

import dev.linger.serving.JavaProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Appends plays until it is killed or fails, in a process of its own. It prints what happens in lines that end with a dot,
 * since a kill may cut one.
 */
public final class AppendingProcess {
    private static final int THREADS = 4;

    private AppendingProcess() {}

    /**
     * Starts it.
     *
     * @param before what stands before the command, such as a shell that sets limits
     * @param seed of the plays: the same gives the same ids with the same values
     */
    static Process start(List<String> before, Path folder, Path temporary, int seed) throws IOException {
        return JavaProcess.start(before, temporary, AppendingProcess.class, folder.toString(), "" + seed);
    }

    /**
     * Appends.
     *
     * @param arguments folder, seed
     */
    public static void main(String[] arguments) {
        int seed = Integer.parseInt(arguments[1]);
        try (PlayStore store = SqlitePlayStore.open(Path.of(arguments[0]))) {
            store.listener(plays -> plays.forEach(play -> System.out.println("told " + play.id() + ".")));
            System.out.println("open.");
            List<CompletableFuture<Void>> threads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                SplittableRandom random = new SplittableRandom(10L * seed + thread);
                threads.add(CompletableFuture.runAsync(
                        () -> append(store, random), command -> new Thread(command).start()));
            }
            threads.forEach(CompletableFuture::join);
            System.out.println("problem " + store.problem().orElse("none") + ".");
        }
    }

    private static void append(PlayStore store, SplittableRandom random) {
        try {
            while (true) {
                List<ReceivedPlay> plays = new ArrayList<>();
                for (int left = 1 + random.nextInt(20); left > 0; left--) {
                    plays.add(play(random.nextInt(40_000)));
                }
                List<Stored> stored = store.append(plays).join();
                for (int play = 0; play < plays.size(); play++) {
                    System.out.println(stored.get(play) + " " + plays.get(play).id() + ".");
                }
            }
        } catch (CompletionException failure) {
            System.out.println("failed " + failure.getCause().getClass().getSimpleName() + ".");
        }
    }

    /** Of few enough that one is often sent again. */
    static ReceivedPlay play(int number) {
        return new ReceivedPlay(
                "play-" + number, number % 997, number % 89, number, 60_000, 1_700_000_000_000L + number);
    }
}
