package dev.linger.benchmarks.serving;

import dev.linger.data.InputException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Lists that are asked for and plays that are reported at once, each at its constant rate. */
final class Load {
    /** So many of the newest lists are what is played from. */
    private static final int KEPT = 256;

    private final Client client;
    private final List<String> users;
    private final AtomicReferenceArray<String> lists = new AtomicReferenceArray<>(KEPT);
    private final AtomicLong answered = new AtomicLong();
    private final SplittableRandom askers;
    private final SplittableRandom players;
    private final String run = "load-" + UUID.randomUUID() + "-";
    private final AtomicLong plays = new AtomicLong();

    Load(Client client, List<String> users, long seed) {
        this.client = client;
        this.users = List.copyOf(users);
        this.askers = new SplittableRandom(seed);
        this.players = new SplittableRandom(seed + 1);
    }

    /**
     * Asks for a few lists, one after the other, so that there is something to play.
     *
     * @throws InputException where the server does not answer, or with nothing that can be played
     */
    void prepare() {
        for (int at = 0; at < KEPT; at++) {
            String list = client.answer(client.list(user()));
            if (Shown.of(list).videos().isEmpty()) {
                throw new InputException("the server's list is empty: " + list);
            }
            lists.set(at, list);
        }
    }

    private String user() {
        return users.get(askers.nextInt(users.size()));
    }

    /** Asks for the list of a user; gives the status. */
    CompletableFuture<Integer> list() {
        return client.list(user()).thenApply(response -> {
            if (response.statusCode() == 200 && response.body().contains("\"videos\":[{")) {
                lists.set((int) (answered.getAndIncrement() % KEPT), response.body());
            }
            return response.statusCode();
        });
    }

    /** Plays one video of a list that was shown, .3 to 1 of its length; gives the status. */
    CompletableFuture<Integer> play() {
        Shown shown = Shown.of(lists.get(players.nextInt(KEPT)));
        String id = run + plays.getAndIncrement();
        int position = players.nextInt(shown.videos().size());
        return client.play(shown.play(id, position, .3 + .7 * players.nextDouble()))
                .thenApply(response -> response.statusCode());
    }
}
