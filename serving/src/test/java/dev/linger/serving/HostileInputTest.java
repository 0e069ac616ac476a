package dev.linger.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes of somebody who means no good, on a socket of their own each. */
final class HostileInputTest {
    private static final int EACH = 50;
    private static final String PLAY = TestServer.play("h", TinyModel.USER, TinyModel.VIDEO, 7);

    private static final List<Function<SplittableRandom, byte[]>> KINDS = List.of(
            HostileInputTest::noise,
            random -> get("/v1/users/" + text(random) + "/recommendations"),
            random -> get("/v1/users/1000/recommendations?k=" + text(random)),
            random -> get("/v1/users/1000/recommendations?" + text(random) + "=1"),
            random -> get("/v1/videos/%" + text(random) + "/similar"),
            random -> get("/" + text(random) + "/../" + text(random)),
            random -> request(word(random) + " /v1/plays HTTP/1.1\r\nHost: a", ""),
            random -> request(
                    "GET /healthz HTTP/" + random.nextInt(3, 99) + "." + random.nextInt(10) + "\r\nHost: a", ""),
            random -> post(PLAY.substring(0, random.nextInt(PLAY.length()))),
            random -> post(PLAY.replaceFirst(":[^,]*", Matcher.quoteReplacement(": " + wrongValue(random)))),
            random -> post(PLAY.replaceFirst("\"(id|user|video|time)\"", "\"" + word(random) + "\"")),
            random -> post("[" + PLAY + "," + "[".repeat(random.nextInt(1, 5_000))),
            random -> request(
                    "POST /v1/plays HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: -"
                            + random.nextInt(1, 99),
                    PLAY),
            random -> request("GET /healthz HTTP/1.1\r\nHost: a\r\n" + word(random) + " : " + "x\r\n\u0000bad", ""));

    @TempDir
    private Path folder;

    @Test
    void malformed_requests_are_refused_with_a_reason_and_none_harms_the_server() throws IOException {
        Path model = TinyModel.write(folder.resolve("may"), 1);
        SplittableRandom random = new Seed(13).stream("hostile");
        TreeMap<Integer, Integer> statuses = new TreeMap<>();
        try (TestServer server = TestServer.start(TestServer.config(folder, model))) {
            for (Function<SplittableRandom, byte[]> kind : KINDS) {
                for (int request = 0; request < EACH; request++) {
                    byte[] sent = kind.apply(random);
                    String reply = reply(server.port(), sent);
                    String shown =
                            new String(Arrays.copyOf(sent, Math.min(sent.length, 300)), StandardCharsets.ISO_8859_1)
                                    + "\n->\n" + reply;
                    assertTrue(reply.matches("(?s)HTTP/1\\.1 [45]\\d\\d .*"), shown);
                    int status = Integer.parseInt(reply.substring(9, 12));
                    assertTrue(status < 500 || status == 505, shown);
                    assertTrue(reply.contains("{\"error\":{\"code\":\""), shown);
                    assertTrue(!reply.contains("Exception") && !reply.contains("at dev.linger"), shown);
                    statuses.merge(status, 1, Integer::sum);
                }
            }
            assertEquals(200, server.get("/v1/users/1000/recommendations").statusCode());
            assertEquals(0, server.good(server.get("/readyz")).get("plays").intValue());
        }
        assertTrue(statuses.size() >= 4, statuses::toString);
        assertTrue(KINDS.size() * EACH >= 500);
    }

    private static byte[] get(String target) {
        return request("GET " + target + " HTTP/1.1\r\nHost: a", "");
    }

    private static byte[] post(String body) {
        return request(
                "POST /v1/plays HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length,
                body);
    }

    private static byte[] request(String head, String body) {
        return (head + "\r\nConnection: close\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    /** Never a request line, as it begins with a byte that no method has. */
    private static byte[] noise(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(1, 400)];
        random.nextBytes(bytes);
        bytes[0] = '(';
        return (new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Letters and signs, at least one of which no number has. */
    private static String text(SplittableRandom random) {
        String signs = "abcXYZ0189._~-'();:@!$*,";
        StringBuilder text = new StringBuilder("x");
        for (int length = random.nextInt(30); length > 0; length--) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return text.toString();
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int length = random.nextInt(3, 12); length > 0; length--) {
            word.append((char) ('A' + random.nextInt(26)));
        }
        return word.toString();
    }

    private static String wrongValue(SplittableRandom random) {
        List<String> values =
                List.of("null", "true", "{}", "[]", "1.5", "-7", "1e400", "\"\"", "NaN", "'a'", "\"\\u0000\"");
        return values.get(random.nextInt(values.size()));
    }

    private static String reply(int port, byte[] sent) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(sent);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
