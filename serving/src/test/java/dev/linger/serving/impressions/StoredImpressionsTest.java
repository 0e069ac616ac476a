package dev.linger.serving.impressions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.answer.UserAnswer.Listed;
import dev.linger.recommender.filter.Blocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredImpressionsTest {
    private static final long AT = 1_599_321_584_034L;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("impressions-000001.jsonl");
    }

    private static Listed video(int rank, Id id, OptionalDouble propensity) {
        return new Listed(rank, id, "", Float.NaN, 0.5, propensity, 0, List.of(), List.of(), Optional.empty());
    }

    private static final Blocks BLOCKS = new Blocks(Set.of("ann, ü"), Set.of(3L, 39L));

    private void write(boolean isServed, Set<Id> exclude, Listed... videos) {
        write(isServed, exclude, Blocks.NONE, videos);
    }

    private void write(boolean isServed, Set<Id> exclude, Blocks blocks, Listed... videos) {
        UserAnswer answer = new UserAnswer(Id.of(17), true, false, 3, List.of(videos));
        try (ImpressionLog log = ImpressionLog.open(folder, failure -> {})) {
            log.add(new Impression(AT, "r", "may", "current", 1, isServed, false, exclude, blocks, answer));
        }
    }

    private List<ShownList> read() {
        List<ShownList> lists = new ArrayList<>();
        StoredImpressions.open(folder).forEach(lists::add);
        return lists;
    }

    @Test
    void the_drawn_places_of_a_list_are_read_as_they_were_written() throws IOException {
        write(
                true,
                Set.of(Id.of(9), Id.of("a \"b\"")),
                BLOCKS,
                video(1, Id.of(392), OptionalDouble.of(0.1 + 0.2)),
                video(2, Id.of(9_001), OptionalDouble.empty()),
                video(3, Id.of("ü/1"), OptionalDouble.of(1)));
        ShownList list = read().get(0);
        assertEquals(Id.of(17), list.userId());
        assertEquals(AT, list.atMillis());
        assertEquals(Set.of(Id.of(9), Id.of("a \"b\"")), list.exclude());
        assertEquals(BLOCKS, list.blocks());
        assertEquals(List.of(Id.of(392), Id.of("ü/1")), list.videos());
        assertArrayEquals(new double[] {0.1 + 0.2, 1}, list.propensities());
        assertArrayEquals(new double[] {0.1 + 0.2}, list.top(1).propensities());
    }

    @Test
    void a_list_that_was_not_drawn_has_neither_propensities_nor_places() throws IOException {
        write(true, Set.of(), video(1, Id.of(392), OptionalDouble.empty()));
        assertTrue(Files.readString(file())
                .endsWith("\"fallback\":false,\"videos\":[{\"rank\":1,\"video\":392,\"score\":0.5}]}\n"));
        assertEquals(List.of(), read().get(0).videos());
    }

    @Test
    void lists_of_a_shadow_and_a_line_that_was_not_finished_are_passed_over() throws IOException {
        write(false, Set.of(), video(1, Id.of(392), OptionalDouble.of(0.5)));
        write(true, Set.of(), video(1, Id.of(7), OptionalDouble.of(0.5)));
        Files.writeString(file(), "{\"at\":\"20", StandardOpenOption.APPEND);
        assertEquals(List.of(Id.of(7)), read().get(0).videos());
        assertEquals(1, read().size());
    }

    @Test
    void damage_is_told_with_its_place() throws IOException {
        write(true, Set.of(), video(1, Id.of(392), OptionalDouble.of(0.5)));
        String line = Files.readString(file());
        for (String damage : List.of(
                line.replace("0.5}]", "0.5,\"propensity\":2}]").replace(",\"propensity\":0.5", ""),
                line.replace("\"user\":17,", ""),
                line.replace("2020-09-05", "2020-19-05"),
                line.replace("392", "3.5"),
                line.replace("\"videos\":", "\"blockTags\":[\"x\"],\"videos\":"),
                line.replace("\"videos\":", "\"blockCreators\":[7],\"videos\":"),
                "[]\n")) {
            Files.writeString(file(), damage + line);
            InputException mistake = assertThrows(InputException.class, this::read);
            assertTrue(mistake.getMessage().startsWith(file() + ", line 1 is no impression: "), mistake::getMessage);
        }
        assertThrows(InputException.class, () -> StoredImpressions.open(folder.resolve("nowhere")));
    }
}
