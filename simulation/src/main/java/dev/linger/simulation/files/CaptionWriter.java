package dev.linger.simulation.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.world.Catalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Writes kuairec_caption_category.csv: captions and three category levels, of which the deeper are often unknown. Four
 * captions hold a stray newline without quotes, so that their records fall apart in two, as in KuaiRec; fewer where the
 * records would be more than a hundredth of all.
 */
public final class CaptionWriter {
    private static final int BROKEN = 4;
    private static final int FEWEST_TO_A_BROKEN = 200;
    private static final double COVER_TEXT = 0.3;
    private static final double CAPTION = 0.85;
    private static final double SECOND_LEVEL = 0.67;
    private static final double THIRD_LEVEL = 0.5;
    private static final int SECOND_LEVELS = 3;
    private static final int THIRD_LEVELS = 4;
    private static final int FIRST_SECOND_ID = 500;
    private static final int FIRST_THIRD_ID = 1_000;
    private static final String UNKNOWN_ID = "-124";
    private static final String UNKNOWN = "UNKNOWN";

    private final Catalogue catalogue;

    public CaptionWriter(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    public void write(Path directory, Seed seed) throws IOException {
        Draws draws = new Draws(seed.stream("captions"));
        int broken = Math.min(BROKEN, catalogue.size() / FEWEST_TO_A_BROKEN);
        int brokenEvery = broken == 0 ? Integer.MAX_VALUE : catalogue.size() / broken;
        try (CsvWriter writer = KuaiRecFile.CAPTION_CATEGORY.create(directory)) {
            for (int video = 0; video < catalogue.size(); video++) {
                String[] cells = cells(video, draws);
                if (video % brokenEvery == brokenEvery - 1) {
                    writeBroken(cells, writer);
                } else {
                    writer.writeRecord(cells);
                }
            }
        }
    }

    /** The newline comes at the end of the caption, the third cell. */
    private static void writeBroken(String[] cells, CsvWriter writer) {
        writer.writeRecord(Arrays.copyOf(cells, 3));
        String[] rest = Arrays.copyOfRange(cells, 2, cells.length);
        rest[0] = " ";
        writer.writeRecord(rest);
    }

    private String[] cells(int video, Draws draws) {
        int[] tags = catalogue.tags(video);
        String first = TagNames.of(tags[0]);
        boolean hasSecond = draws.chance(SECOND_LEVEL);
        boolean hasThird = hasSecond && draws.chance(THIRD_LEVEL);
        int second = tags[0] * SECOND_LEVELS + draws.below(SECOND_LEVELS);
        int third = second * THIRD_LEVELS + draws.below(THIRD_LEVELS);
        String hashtags = draws.chance(CAPTION) ? hashtags(tags) : "";
        return new String[] {
            Integer.toString(video),
            draws.chance(COVER_TEXT) ? first + "封面" : UNKNOWN,
            hashtags.isEmpty() ? "" : "今天的" + first + "，" + hashtags,
            hashtags.isEmpty() ? "[]" : "[" + hashtags.replace("#", "").replace(' ', ',') + "]",
            Integer.toString(tags[0]),
            first,
            hasSecond ? Integer.toString(FIRST_SECOND_ID + second) : UNKNOWN_ID,
            hasSecond ? first + second : UNKNOWN,
            hasThird ? Integer.toString(FIRST_THIRD_ID + third) : UNKNOWN_ID,
            hasThird ? first + third : UNKNOWN
        };
    }

    private static String hashtags(int[] tags) {
        return Arrays.stream(tags).mapToObj(tag -> "#" + TagNames.of(tag)).collect(Collectors.joining(" "));
    }
}
