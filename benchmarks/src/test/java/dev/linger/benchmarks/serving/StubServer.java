package dev.linger.benchmarks.serving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Answers as a server of Linger does, with faults on purpose. */
final class StubServer implements AutoCloseable {
    static {
        // else it sends the headers, and the body 40 ms later
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** A lag for ever. */
    static final int NEVER = Integer.MAX_VALUE;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger lists = new AtomicInteger();

    /** How many videos of a user are played, from video 7 on. */
    private final Map<Long, Integer> played = new ConcurrentHashMap<>();

    private volatile long stalledUntil = System.nanoTime();

    /** Bodies of the plays that came. */
    final List<String> plays = new CopyOnWriteArrayList<>();

    /** At this list the server stalls, for all who ask meanwhile. */
    volatile int stallAt = -1;

    volatile long stallNanos;
    volatile int playStatus = 200;

    /** So many lists after a play still have its video. */
    volatile int lag;

    private final AtomicInteger sincePlay = new AtomicInteger();

    StubServer() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        http.setExecutor(threads);
        http.createContext("/v1/users/", this::list);
        http.createContext("/v1/plays", this::play);
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void list(HttpExchange exchange) throws IOException {
        if (lists.incrementAndGet() == stallAt) {
            stalledUntil = System.nanoTime() + stallNanos;
        }
        for (long left = stalledUntil - System.nanoTime(); left > 0; left = stalledUntil - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        long user = Long.parseLong(exchange.getRequestURI().getPath().split("/", -1)[3]);
        boolean knows = sincePlay.getAndIncrement() >= lag;
        int first = lag == NEVER ? 7 : 7 + Math.max(0, played.getOrDefault(user, 0) - (knows ? 0 : 1));
        answer(
                exchange,
                200,
                "{\"user\":" + user + ",\"at\":\"2022-05-05T21:06:22+08:00\",\"videos\":[{\"video\":" + first
                        + ",\"durationMillis\":9000},{\"video\":" + (first + 1) + "}]}");
    }

    private void play(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        plays.add(body);
        JsonNode play = new ObjectMapper().readTree(body);
        played.merge(play.path("user").asLong(), 1, Integer::sum);
        sincePlay.set(0);
        answer(exchange, playStatus, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdown();
    }
}
