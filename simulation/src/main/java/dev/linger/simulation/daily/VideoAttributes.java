package dev.linger.simulation.daily;

import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.world.Catalogue;
import java.util.Arrays;

/**
 * What the daily table repeats of a video on each of its days and has no part in the model.
 *
 * @param type NORMAL or AD
 * @param uploadType how it was uploaded
 * @param width in pixels
 * @param height in pixels
 * @param hasDuration whether the table knows its length
 * @param music id of its music
 * @param platformTags ids in the platform's own, finer list of tags; the daily table has a row for each of them,
 *     in order and each the next of the one before
 */
public record VideoAttributes(
        String type, String uploadType, int width, int height, boolean hasDuration, long music, int[] platformTags) {
    private static final double ADS = 0.01;
    private static final double NO_DURATION = 0.01;
    private static final String[] UPLOAD_TYPES = {
        "ShortImport", "LongImport", "Kmovie", "ShortCamera", "LongCamera", "PictureSet", "Web"
    };
    private static final double[] UPLOAD_SHARES = {0.55, 0.75, 0.85, 0.91, 0.95, 0.98, 1};
    private static final int[][] SIZES = {{720, 1280}, {1080, 1920}, {544, 960}, {1280, 720}};
    private static final double[] SIZE_SHARES = {0.78, 0.86, 0.93, 1};
    /** Shares of videos with at most 1, 2, 3, 4, 5 platform tags: four of ten have more than one, as in KuaiRec. */
    private static final double[] PLATFORM_TAG_COUNTS = {0.6, 0.77, 0.89, 0.96, 1};

    private static final long FIRST_MUSIC = 3_000_000_000L;
    private static final int MUSICS_PER_VIDEO = 2;
    /** Platform tags of one of the {@link Catalogue#TAGS}. */
    private static final int PLATFORM_TAGS_PER_TAG = 20;

    private static VideoAttributes draw(int video, Catalogue catalogue, Seed seed) {
        Draws draws = new Draws(seed.stream("attributes of video " + video));
        int[] size = SIZES[draws.weighted(SIZE_SHARES)];
        int[] platformTags = new int[draws.weighted(PLATFORM_TAG_COUNTS) + 1];
        int first = draws.below(PLATFORM_TAGS_PER_TAG);
        for (int at = 0; at < platformTags.length; at++) {
            platformTags[at] = catalogue.tags(video)[0] * PLATFORM_TAGS_PER_TAG + (first + at) % PLATFORM_TAGS_PER_TAG;
        }
        return new VideoAttributes(
                draws.chance(ADS) ? "AD" : "NORMAL",
                UPLOAD_TYPES[draws.weighted(UPLOAD_SHARES)],
                size[0],
                size[1],
                !draws.chance(NO_DURATION),
                FIRST_MUSIC + draws.below(catalogue.size() / MUSICS_PER_VIDEO),
                platformTags);
    }

    /** A platform tag of the video by number; after its own come others of the same kind. */
    public int platformTag(int at) {
        int first = platformTags[0] % PLATFORM_TAGS_PER_TAG;
        return platformTags[0] - first + (first + at) % PLATFORM_TAGS_PER_TAG;
    }

    /** Those of every video. */
    public static VideoAttributes[] drawAll(Catalogue catalogue, Seed seed) {
        VideoAttributes[] all = new VideoAttributes[catalogue.size()];
        Arrays.setAll(all, video -> draw(video, catalogue, seed));
        return all;
    }
}
