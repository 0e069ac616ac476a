package dev.linger.recommender.creators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadExamplesTest {
    private static final int TO = PlantedUploads.FIRST_DAY + 40;
    private static final int WITHIN = 5;

    private final PlantedUploads planted = PlantedUploads.draw(.3, 1);

    private UploadExamples examples(InteractionLog log) {
        return UploadExamples.of(log, planted.tables().itemTable(), Integer.MIN_VALUE, TO, WITHIN);
    }

    @Test
    void each_known_creator_is_asked_on_each_day_whose_outcome_is_known() {
        UploadExamples examples = examples(planted.log());
        int days = 40 - WITHIN + 1;
        assertEquals(days * PlantedUploads.CREATORS, examples.size());
        assertEquals(PlantedUploads.FIRST_DAY, examples.day()[0]);
        assertEquals(TO - WITHIN, examples.day()[examples.size() - 1]);
    }

    @Test
    void a_label_says_whether_there_is_an_upload_on_the_day_or_those_after() {
        UploadExamples examples = examples(planted.log());
        ItemTable items = planted.tables().itemTable();
        int[] creatorOf = items.creatorCodes();
        for (int at = 0; at < examples.size(); at++) {
            int creator = at % PlantedUploads.CREATORS;
            int day = examples.day()[at];
            boolean expected = IntStream.range(0, items.size())
                    .anyMatch(item -> creatorOf[item] == creator
                            && items.uploadDay()[item] >= day
                            && items.uploadDay()[item] < day + WITHIN);
            assertEquals(expected, examples.uploads()[at]);
        }
        assertTrue(examples.positives() > 0 && examples.positives() < examples.size());
    }

    @Test
    void nothing_of_a_day_or_later_is_in_its_rows() {
        int end = planted.log().firstRowAtOrAfter((TO - WITHIN) * 86_400_000L);
        UploadExamples all = examples(planted.log());
        UploadExamples early = examples(planted.log().slice(0, end));
        assertEquals(all.size(), early.size());
        for (int at = 0; at < all.size(); at++) {
            assertArrayEquals(all.rows().get(at), early.rows().get(at));
        }
    }

    @Test
    void counts_are_those_of_all_plays_and_uploads_before() {
        UploadExamples examples = examples(planted.log());
        ItemTable items = planted.tables().itemTable();
        int at = 30 * PlantedUploads.CREATORS + 17;
        int day = examples.day()[at];
        double plays = 0;
        for (int row = 0; row < planted.log().size(); row++) {
            if (planted.log().item(row) == 17 && planted.log().day(row) < day) {
                plays += Math.pow(2, -(day - 1 - planted.log().day(row)) / 7.0);
            }
        }
        double uploads = 0;
        for (int item = 0; item < items.size(); item++) {
            if (items.creatorCodes()[item] == 17 && items.uploadDay()[item] < day) {
                uploads += Math.pow(2, -(day - 1 - items.uploadDay()[item]) / 30.0);
            }
        }
        assertEquals(plays, Math.expm1(examples.rows().get(at)[1]), 1e-9);
        assertEquals(uploads, Math.expm1(examples.rows().get(at)[7]), 1e-9);
    }

    @Test
    void a_log_too_short_for_an_outcome_has_no_examples() {
        assertEquals(
                0,
                UploadExamples.of(
                                planted.log(),
                                planted.tables().itemTable(),
                                Integer.MIN_VALUE,
                                PlantedUploads.FIRST_DAY + 4,
                                WITHIN)
                        .size());
    }
}
