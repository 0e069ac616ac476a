package dev.linger.benchmarks.serving;

import dev.linger.data.InputException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * How soon a list knows a play: a user gets a list, plays its first video, and asks again until a list leaves that video out.
 *
 * @param acknowledged from sending the play to its acknowledgment
 * @param nextList the first list after that
 * @param known from sending the play to the list that leaves the video out
 * @param inFirstList how many videos were left out of the first list already
 */
record Reaction(Latencies acknowledged, Latencies nextList, Latencies known, int inFirstList) {
    private static final int MOST_LISTS = 100;
    private static final double WATCHED = .9;

    /**
     * Tries it again and again, one user after the other.
     *
     * @throws InputException where a video is still listed after many lists
     */
    static Reaction of(Client client, List<String> users, int trials, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String run = "react-" + UUID.randomUUID() + "-";
        Latencies acknowledged = new Latencies();
        Latencies nextList = new Latencies();
        Latencies known = new Latencies();
        int inFirstList = 0;
        for (int trial = 0; trial < trials; trial++) {
            String user = users.get(random.nextInt(users.size()));
            Shown shown = Shown.of(client.answer(client.list(user)));
            if (shown.videos().isEmpty()) {
                throw new InputException("user " + user + " has an empty list, so nothing can be played");
            }
            long video = shown.videos().get(0);
            long begin = System.nanoTime();
            client.answer(client.play(shown.play(run + trial, 0, WATCHED)));
            long durable = System.nanoTime();
            Shown next = Shown.of(client.answer(client.list(user)));
            nextList.answered(System.nanoTime() - durable);
            acknowledged.answered(durable - begin);
            inFirstList += next.videos().contains(video) ? 0 : 1;
            for (int lists = 1; next.videos().contains(video); lists++) {
                if (lists == MOST_LISTS) {
                    throw new InputException("user " + user + " played video " + video + ", and " + MOST_LISTS
                            + " lists later it is still listed; does the server leave out what was watched?");
                }
                next = Shown.of(client.answer(client.list(user)));
            }
            known.answered(System.nanoTime() - begin);
        }
        return new Reaction(acknowledged, nextList, known, inFirstList);
    }
}
