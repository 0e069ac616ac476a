package dev.linger.pipeline.recommend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.Id;
import dev.linger.pipeline.report.CsvLine;
import dev.linger.pipeline.run.Screen;
import dev.linger.pipeline.run.TextColumns;
import dev.linger.recommender.answer.Reasons;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.serving.json.AnswerJson;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
    @Test
    void a_title_has_a_line_of_its_own_that_fits_a_screen_and_steers_no_terminal() {
        List<String> lines = AnswerText.lines(answer("今天的音乐".repeat(9), "\u001b[31m\tred\u202e\n", ""), "now");
        assertTrue(lines.get(3).contains(" 11 "), lines.get(3));
        assertEquals("       " + "今天的音乐".repeat(7) + "..", lines.get(4));
        assertEquals(79, TextColumns.of(lines.get(4)), "a wide character more would be the 81st column");
        assertEquals("       \\u001b[31m red\\u202e", lines.get(6));
        assertEquals(8, lines.size(), "none of a video without a title");
        assertTrue(lines.stream().allMatch(line -> TextColumns.of(line) <= Screen.WIDTH));
    }

    @Test
    void past_plays_have_their_titles_too() {
        Reasons.Past past = new Reasons.Past(Id.of(7), "the one with the very long name", 0.5, "2020-08-01", 0.25);
        Reasons.Past untitled = new Reasons.Past(Id.of(8), "", 0.5, "", 0.25);
        Reasons reasons = new Reasons(
                List.of(new Reasons.OfSource("als", 1, List.of(past, untitled), 0.5, 0)), List.of(), List.of());
        UserAnswer answer = new UserAnswer(Id.of(1), true, false, 9, List.of(video(1, "a", Optional.of(reasons))));
        assertEquals(
                "       als 1.000 from plays of 7 \"the one with the very..\" +0.250 (watched 50 % on 2020-08-01), 8 +0.250;"
                        + " others +0.500",
                AnswerText.lines(answer, "now").get(5));
        String json = AnswerJson.of(answer, "now").toString();
        assertTrue(json.contains("\"video\":11,\"title\":\"a\""), json);
        assertTrue(json.contains("\"video\":7,\"title\":\"the one with the very long name\""), json);
        assertTrue(json.contains("\"video\":8,\"watchRatio\""), json);
    }

    @Test
    void a_cell_of_a_title_is_quoted_where_it_must_be() {
        assertEquals("a b", CsvLine.cell("a b"));
        assertEquals("\"a,b\"", CsvLine.cell("a,b"));
        assertEquals("\"a \"\"b\"\"\n\"", CsvLine.cell("a \"b\"\n"));
        assertFalse(CsvLine.cell("今天，").contains("\""));
    }

    private static UserAnswer answer(String... titles) {
        return new UserAnswer(
                Id.of(1),
                true,
                false,
                9,
                List.of(
                        video(1, titles[0], Optional.empty()),
                        video(2, titles[1], Optional.empty()),
                        video(3, titles[2], Optional.empty())));
    }

    private static UserAnswer.Listed video(int rank, String title, Optional<Reasons> reasons) {
        return new UserAnswer.Listed(
                rank,
                Id.of(10 + rank),
                title,
                Float.NaN,
                0.5,
                OptionalDouble.empty(),
                rank,
                List.of(new UserAnswer.FoundBy("als", rank, 0.5)),
                List.of(),
                reasons);
    }
}
