package dev.linger.recommender.creators;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreatorUploadsTest {
    private static final int DAY = PlantedUploads.FIRST_DAY + PlantedUploads.DAYS;
    private static final int WITHIN = 2;

    private static CreatorUploads fit(PlantedUploads planted) {
        return CreatorUploads.fit(planted.log(), planted.tables(), DAY, WITHIN).orElseThrow();
    }

    private static double mean(CreatorUploads uploads) {
        return Arrays.stream(uploads.uplifts()).average().orElseThrow();
    }

    @Test
    void creators_who_upload_more_when_they_are_watched_have_an_uplift_and_those_who_do_not_care_have_none() {
        assertTrue(
                mean(fit(PlantedUploads.draw(.5, 3))) > .05, () -> "uplift " + mean(fit(PlantedUploads.draw(.5, 3))));
        assertEquals(0, mean(fit(PlantedUploads.draw(0, 3))), .02);
    }

    @Test
    void what_comes_after_the_day_changes_nothing() {
        PlantedUploads planted = PlantedUploads.draw(.3, 4);
        int day = PlantedUploads.FIRST_DAY + 40;
        InteractionLog before = planted.log().slice(0, planted.log().firstRowAtOrAfter(day * 86_400_000L));
        assertArrayEquals(
                CreatorUploads.fit(before, planted.tables(), day, WITHIN)
                        .orElseThrow()
                        .uplifts(),
                CreatorUploads.fit(planted.log(), planted.tables(), day, WITHIN)
                        .orElseThrow()
                        .uplifts());
    }

    @Test
    void where_nobody_uploads_there_is_nothing_to_learn() {
        PlantedUploads planted = PlantedUploads.draw(.3, 5);
        assertEquals(
                Optional.empty(),
                CreatorUploads.fit(planted.log(), planted.tables(), PlantedUploads.FIRST_DAY + 1, WITHIN));
    }

    @Test
    void it_is_read_as_it_was_written(@TempDir Path folder) throws IOException {
        CreatorUploads fitted = fit(PlantedUploads.draw(.3, 6));
        ModelWriter writer = ModelWriter.create(folder.resolve("model"));
        writer.columns("uploads", fitted::write);
        writer.finish();
        ModelReader reader = ModelReader.open(folder.resolve("model"));
        CreatorUploads read = reader.columns("uploads", in -> CreatorUploads.read(in, PlantedUploads.CREATORS));
        assertArrayEquals(fitted.uplifts(), read.uplifts());
        assertArrayEquals(fitted.model().weights(), read.model().weights());
        assertThrows(InputException.class, () -> reader.columns("uploads", in -> CreatorUploads.read(in, 3)));
    }

    @Test
    void told_play_by_play_it_is_as_if_fitted_counts_had_known_them() {
        PlantedUploads planted = PlantedUploads.draw(.3, 7);
        CreatorUploads fitted = fit(planted);
        int day = DAY - 20;
        int known = planted.log().firstRowAtOrAfter(day * 86_400_000L);
        LiveUploads live = new LiveUploads(
                fitted, planted.log().slice(0, known), planted.tables().itemTable(), day);
        int[] uploadDay = planted.tables().itemTable().uploadDay();
        int[] creatorOf = planted.tables().itemTable().creatorCodes();
        for (int of = day; of < DAY; of++) {
            for (int row = known; row < planted.log().size(); row++) {
                if (planted.log().day(row) == of) {
                    live.play(planted.log().item(row), planted.log().watchRatio(row), of);
                }
            }
            for (int item = 0; item < uploadDay.length; item++) {
                if (uploadDay[item] == of) {
                    live.upload(creatorOf[item]);
                }
            }
        }
        live.play(0, 0, DAY);
        assertArrayEquals(fitted.uplifts(), live.uplifts(), 1e-12);
    }
}
