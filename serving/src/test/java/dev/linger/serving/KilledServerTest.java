package dev.linger.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linger.data.store.DigestList;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.serving.models.LearnedModel;
import dev.linger.serving.store.ReceivedPlay;
import dev.linger.serving.store.StoredPlays;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server process that is asked and sent plays is killed at any moment, or as it acknowledges some, and started again; 60
 * times with {@code -Dlinger.slow=true}, else a few. What the next one knows is read beside it. It writes snapshots nearly all
 * the time, so that a kill hits one that is being written, or leaves one that the next start reads.
 */
final class KilledServerTest {
    private static final boolean SLOW = Boolean.getBoolean("linger.slow");
    private static final int KILLS = SLOW ? 60 : 4;
    private static final int LONGEST_START_MILLIS = 1_200;
    private static final int LONGEST_MILLIS = SLOW ? 1_500 : 200;
    private static final int LONGEST_WAIT_SECONDS = 60;
    private static final int MOST_REPLIES = 30;
    private static final int THREADS = 3;
    private static final int MOST_PLAYS = 20;

    /** Of three times as many each is chosen, so that many are sent again, also after a kill. */
    private static final int NEW_PLAYS = 150;

    /** Users and videos after those of the model are new to it. */
    private static final int USERS = TinyModel.USERS + 3;

    private static final int VIDEOS = TinyModel.VIDEOS + 2;
    private static final int VIDEOS_OF_USER = 12;
    private static final int COUNT = 30;
    private static final int WITHDRAWN = 10;
    private static final long BLOCKING = TinyModel.USER - 1;

    @TempDir
    private Path out;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** What each user has played as far as it was acknowledged. */
    private final Map<Long, Set<Long>> played = new ConcurrentHashMap<>();

    /** After so many replies to plays, as the last of them comes, the server is killed. */
    private final AtomicInteger replies = new AtomicInteger();

    /** Whether plays and a list were answered. */
    private CountDownLatch first = new CountDownLatch(1);

    private List<ReceivedPlay> before = List.of();

    private int snapshots;
    private int unfinished;

    /** Those that were acknowledged; none was under way when a server was killed. */
    private final List<LiveVideo> videos = new ArrayList<>();

    /** What somebody blocks who is not of the model, likewise. */
    private final TreeSet<String> blocked = new TreeSet<>();

    @Test
    void nothing_that_was_acknowledged_is_lost_or_there_twice_and_a_restart_knows_what_a_replay_gives()
            throws Exception {
        Path model = TinyModel.write(out.resolve("model"), 1);
        Path data = out.resolve("plays");
        SplittableRandom random = new SplittableRandom(13);
        for (int kill = 0; kill < KILLS; kill++) {
            try (ServerProcess server = ServerProcess.start(client, model, data)) {
                if (kill % 6 == 3) {
                    server.kill(random.nextInt(LONGEST_START_MILLIS));
                    continue;
                }
                server.awaitReady();
                check(server, model, data, kill);
                first = new CountDownLatch(1);
                replies.set(kill % 2 == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(MOST_REPLIES));
                List<CompletableFuture<Void>> clients = clients(server, random, kill);
                if (kill % 2 == 0) {
                    assertTrue(first.await(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS), "plays and a list are answered");
                    sendVideos(server, kill);
                    sendBlocks(server, kill);
                    if (kill == KILLS - 2) {
                        awaitSnapshot(server, data);
                    }
                    server.kill(random.nextInt(LONGEST_MILLIS));
                }
                clients.forEach(CompletableFuture::join);
                lookAtSnapshots(data);
            }
        }
        assertTrue(snapshots > 0, "a start finds a snapshot");
        assertTrue(!SLOW || unfinished > 0, "a kill hits a snapshot that is being written");
        try (ServerProcess server = ServerProcess.start(client, model, data)) {
            server.awaitReady();
            check(server, model, data, KILLS);
        }
    }

    /** Until one is finished, which a slow machine might not do before it is killed; clients go on with plays. */
    private void awaitSnapshot(ServerProcess server, Path data) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_SECONDS);
        for (lookAtSnapshots(data); snapshots == 0; lookAtSnapshots(data)) {
            assertTrue(System.nanoTime() < end, "a snapshot is finished");
            server.list(TinyModel.USER, COUNT);
        }
    }

    /** What is there of them, or a kill has left. */
    private void lookAtSnapshots(Path data) throws IOException {
        Path folder = data.resolve("snapshots");
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                for (Path entry : entries.toList()) {
                    snapshots += Files.exists(entry.resolve(DigestList.NAME)) ? 1 : 0;
                    unfinished += entry.getFileName().toString().endsWith(".linger-partial") ? 1 : 0;
                }
            }
        }
    }

    private List<CompletableFuture<Void>> clients(ServerProcess server, SplittableRandom random, int kill) {
        return IntStream.range(0, THREADS)
                .mapToObj(thread -> {
                    SplittableRandom own = random.split();
                    return CompletableFuture.runAsync(
                            () -> ask(server, own, kill), command -> new Thread(command).start());
                })
                .toList();
    }

    /** Until the server is gone; each begins with plays. */
    private void ask(ServerProcess server, SplittableRandom random, int kill) {
        try {
            while (true) {
                int count = 1 + random.nextInt(MOST_PLAYS);
                sendPlays(
                        server,
                        random.ints(count, NEW_PLAYS * kill, NEW_PLAYS * (kill + 3))
                                .mapToObj(KilledServerTest::play)
                                .toList());
                for (int left = 1 + random.nextInt(2); left > 0; left--) {
                    askForList(server, TinyModel.USER + random.nextInt(USERS));
                }
                first.countDown();
            }
        } catch (HttpTimeoutException late) {
            throw new AssertionError(late);
        } catch (IOException gone) {
            // what it was to say is not acknowledged
        }
    }

    private void askForList(ServerProcess server, long user) throws IOException {
        Set<Long> videos = Set.copyOf(played.getOrDefault(user, Set.of()));
        for (long video : TestServer.videos(server.list(user, COUNT))) {
            assertFalse(videos.contains(video), () -> user + " has played " + video);
        }
    }

    private void sendPlays(ServerProcess server, List<ReceivedPlay> plays) throws IOException {
        Set<String> known = new HashSet<>(acknowledged);
        JsonNode answered = server.post(
                        "/v1/plays",
                        plays.stream().map(KilledServerTest::json).collect(Collectors.joining(",", "[", "]")))
                .get("plays");
        if (replies.decrementAndGet() == 0) {
            server.kill(0);
        }
        for (int at = 0; at < plays.size(); at++) {
            ReceivedPlay play = plays.get(at);
            String status = answered.get(at).get("status").textValue();
            Set<String> allowed = known.contains(play.id()) ? Set.of("duplicate") : Set.of("duplicate", "stored");
            assertTrue(allowed.contains(status), play + " is " + status);
            acknowledged.add(play.id());
            if (play.timestampMillis() >= TinyModel.AS_OF.toEpochMilli()) {
                played.computeIfAbsent(play.userId().number(), user -> ConcurrentHashMap.newKeySet())
                        .add(play.itemId().number());
            }
        }
    }

    /** One that is new, and one of the model's that is withdrawn. */
    private void sendVideos(ServerProcess server, int kill) throws IOException {
        LiveVideo fresh = new LiveVideo(TinyModel.VIDEO + 1_000 + kill, "number " + kill, 10_000, "", List.of(), false);
        LiveVideo withdrawn = new LiveVideo(TinyModel.VIDEO + kill % WITHDRAWN, "", 0, "", List.of(), true);
        server.post(
                "/v1/videos",
                "[{\"video\":" + fresh.id() + ",\"title\":\"" + fresh.title() + "\",\"durationMillis\":"
                        + fresh.durationMillis() + "},{\"video\":" + withdrawn.id() + ",\"withdrawn\":true}]");
        videos.add(fresh);
        videos.add(withdrawn);
    }

    /** One more; every third time all before it are taken back. */
    private void sendBlocks(ServerProcess server, int kill) throws IOException {
        String user = "\"user\":" + BLOCKING;
        if (kill % 3 == 2) {
            server.post("/v1/blocks", "{" + user + ",\"creators\":" + quoted() + ",\"blocked\":false}");
            blocked.clear();
        }
        blocked.add("nobody " + kill);
        server.post("/v1/blocks", "{" + user + ",\"creators\":" + quoted() + "}");
    }

    private String quoted() {
        return blocked.stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
    }

    /** Every 7 minutes, days after days; one in 50 is of before the model was fitted. A user plays few of the videos. */
    private static ReceivedPlay play(int number) {
        int user = number % USERS;
        long minutes = number % 50 == 7 ? -number : 7L * number;
        return new ReceivedPlay(
                "play-" + number,
                TinyModel.USER + user,
                TinyModel.VIDEO + (user + 5 * (number / USERS % VIDEOS_OF_USER)) % VIDEOS,
                number % 13 * 1_500,
                10_000,
                TinyModel.AS_OF.toEpochMilli() + 60_000 * minutes);
    }

    private static String json(ReceivedPlay play) {
        return "{\"id\":\"" + play.id() + "\",\"user\":" + play.userId() + ",\"video\":" + play.itemId()
                + ",\"playMillis\":" + play.playMillis() + ",\"durationMillis\":" + play.durationMillis()
                + ",\"time\":" + play.timestampMillis() + "}";
    }

    private void check(ServerProcess server, Path model, Path data, int kill) throws IOException {
        assertEquals(
                blocked.isEmpty() ? "[]" : quoted(),
                server.get("/v1/users/" + BLOCKING + "/blocks").get("creators").toString());
        List<ReceivedPlay> stored = new ArrayList<>();
        try (StoredPlays plays = StoredPlays.open(data)) {
            plays.forEach(stored::addAll);
        }
        List<String> ids = stored.stream().map(ReceivedPlay::id).toList();
        assertEquals(ids.size(), Set.copyOf(ids).size(), "nothing is there twice");
        assertTrue(Set.copyOf(ids).containsAll(acknowledged), "nothing acknowledged is lost");
        for (ReceivedPlay play : stored) {
            assertEquals(play(Integer.parseInt(play.id().substring("play-".length()))), play);
        }
        assertEquals(before, stored.subList(0, before.size()), "what was there is there in its order");
        before = stored;
        LearnedModel served = LearnedModel.asServed(model, stored, videos);
        LearnedModel replayed = LearnedModel.oneByOne(model, stored, videos);
        assertEquals(
                replayed.digestsOfFeatures(out.resolve("replayed-" + kill)),
                served.digestsOfFeatures(out.resolve("served-" + kill)));
        long atMillis = TinyModel.AS_OF.plus(100, ChronoUnit.DAYS).toEpochMilli();
        for (long user = TinyModel.USER; user <= TinyModel.USER + USERS; user++) {
            assertEquals(list(replayed, user, atMillis, ""), list(served, user, atMillis, ""));
        }
        for (long user = TinyModel.USER + kill % 4; user <= TinyModel.USER + USERS; user += 4) {
            ObjectNode list = server.list(user, COUNT);
            String at = list.get("at").textValue();
            assertEquals(
                    list(replayed, user, OffsetDateTime.parse(at).toInstant().toEpochMilli(), at), list.toString());
        }
    }

    private static String list(LearnedModel model, long user, long atMillis, String at) {
        return model.list(user, COUNT, ServerProcess.NEW_VIDEOS_EVERY, atMillis, at);
    }
}
