package dev.linger.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesWithinTest {
    @Test
    void aLineIsInTheRangeInWhichItBegins() throws IOException {
        assertEquals(List.of("ab\n", "cd\n"), cut("ab\ncd\n", 3));
        assertEquals(List.of("ab\ncd\n", ""), cut("ab\ncd\n", 4));
        assertEquals(List.of("ab\n", "cd"), cut("ab\ncd", 2));
    }

    @Test
    void aLineFeedBehindACarriageReturnIsNoLineOfItsOwn() throws IOException {
        assertEquals(List.of("ab\r\n", "cd"), cut("ab\r\ncd", 3));
        assertEquals(List.of("ab\r", "cd"), cut("ab\rcd", 3));
        assertEquals(List.of("ab\r", "\rcd"), cut("ab\r\rcd", 3));
    }

    @Test
    void aLineThatIsLongerThanARangeIsInOneOfThemAlone() throws IOException {
        assertEquals(List.of("abcdefgh\n", "", "ij"), cut("abcdefgh\nij", 3, 7));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void rangesGiveTheLinesOfATwinThatSplitsTheWholeText(int seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int text = 0; text < 200; text++) {
            String some = text(random);
            int[] cuts = random.ints(random.nextInt(4), 1, Math.max(2, some.length()))
                    .sorted()
                    .distinct()
                    .toArray();
            assertEquals(
                    twin(some, cuts), cut(some, cuts), some.replace('\r', 'R').replace('\n', 'N'));
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(30), 0, 6).forEach(c -> text.append("ab,\"\r\n".charAt(c)));
        return text.toString();
    }

    /** All lines of the text, each put where its beginning is. */
    private static List<String> twin(String text, int... cuts) {
        List<StringBuilder> parts = new ArrayList<>();
        for (int part = 0; part <= cuts.length; part++) {
            parts.add(new StringBuilder());
        }
        int begin = 0;
        while (begin < text.length()) {
            int end = begin;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            end += text.startsWith("\r\n", end) ? 2 : 1;
            int part = 0;
            while (part < cuts.length && begin >= cuts[part]) {
                part++;
            }
            parts.get(part).append(text, begin, Math.min(end, text.length()));
            begin = end;
        }
        return parts.stream().map(StringBuilder::toString).toList();
    }

    private static List<String> cut(String text, int... cuts) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StoredBytes stored = from -> new ByteArrayInputStream(bytes, (int) from, bytes.length);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int part = 0; part <= cuts.length; part++) {
            int to = part < cuts.length ? cuts[part] : bytes.length;
            try (LinesWithin lines = new LinesWithin(stored, from, to)) {
                String read = new String(lines.readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(read.length(), lines.bytes());
                parts.add(read);
            }
            from = to;
        }
        return parts;
    }
}
