package dev.linger.simulation.world;

import dev.linger.data.Draws;
import dev.linger.data.Seed;
import dev.linger.simulation.shape.Design;
import dev.linger.simulation.shape.LogDays;
import dev.linger.simulation.shape.ModelParameters;
import java.util.Arrays;

/** The videos: what the files say of them (author, tags, length, upload day), and their hidden appeal and popularity. */
public final class Catalogue {
    /** Number of tags KuaiRec knows. */
    public static final int TAGS = 31;

    /** Shares of videos with at most 1, 2, 3, 4 tags: a mean of 1.18 as in KuaiRec. */
    private static final double[] TAG_COUNTS = {0.836, 0.982, 0.999, 1};

    private static final double VIDEOS_PER_AUTHOR = 3;
    /** Chance that a video keeps to its author's topic. */
    private static final double AUTHOR_FOCUS = 0.8;
    /** Mean age in days, when the log begins, of a video uploaded before it. */
    private static final double OLD_AGE_DAYS = 60;

    private final double[] topicWeights;
    private final int[] author;
    private final int[][] tags;
    private final double[] appeal;
    private final double[] popularity;
    private final int[] durationMillis;
    private final int[] uploadDay;
    private final int[] lastDay;
    private final LogDays days;
    private final Authors authors;

    private Catalogue(int size, double[] topicWeights, LogDays days, Authors authors) {
        this.topicWeights = topicWeights;
        this.days = days;
        this.authors = authors;
        this.author = new int[size];
        this.tags = new int[size][];
        this.appeal = new double[size];
        this.popularity = new double[size];
        this.durationMillis = new int[size];
        this.uploadDay = new int[size];
        this.lastDay = new int[size];
    }

    static Catalogue draw(Design design, Seed seed) {
        Draws draws = new Draws(seed.stream("catalogue"));
        int videos = design.sizes().videos();
        double[] topicWeights = topicWeights(design.parameters());
        Authors authors = Authors.draw((int) (videos / VIDEOS_PER_AUTHOR) + 1, topicWeights, draws);
        Catalogue catalogue =
                new Catalogue(videos, topicWeights, design.parameters().calendar(), authors);
        for (int video = 0; video < videos; video++) {
            catalogue.drawVideo(video, design.parameters(), draws);
        }
        if (design.exact() != null) {
            double[] dealt = design.parameters().duration().deal(videos, new Draws(seed.stream("durations")));
            Arrays.setAll(catalogue.durationMillis, video -> (int) StrictMath.rint(dealt[video]));
        }
        return catalogue;
    }

    /** Running sums of the topics' shares of videos. */
    private static double[] topicWeights(ModelParameters parameters) {
        double[] weights = new double[parameters.topics()];
        Arrays.setAll(weights, topic -> StrictMath.pow(topic + 1, -parameters.topicSkew()));
        return Draws.cumulative(weights);
    }

    private void drawVideo(int video, ModelParameters parameters, Draws draws) {
        author[video] = draws.weighted(authors.productivity());
        tags[video] = drawTagsBy(author[video], draws);
        appeal[video] = drawAppealBy(author[video], parameters, draws);
        popularity[video] = draws.factor(parameters.popularitySpread());
        durationMillis[video] = (int) parameters.duration().draw(draws);
        do {
            uploadDay[video] = drawUploadDay(parameters, draws);
            lastDay[video] = drawLastDay(uploadDay[video], parameters.lifeDays(), draws);
        } while (!days.holdsAny(uploadDay[video], lastDay[video]));
    }

    /** Tags of a video by an author: mostly of the author's topic. */
    int[] drawTagsBy(int by, Draws draws) {
        return drawTags(draws.chance(AUTHOR_FOCUS) ? authors.topic()[by] : draws.weighted(topicWeights), draws);
    }

    /** Appeal of a video by an author, partly the author's. */
    double drawAppealBy(int by, ModelParameters parameters, Draws draws) {
        return StrictMath.sqrt(parameters.authorShare()) * authors.appeal()[by]
                + StrictMath.sqrt(1 - parameters.authorShare()) * draws.gaussian();
    }

    /** The author's share of all videos. */
    double productivity(int by) {
        double[] cumulative = authors.productivity();
        return (cumulative[by] - (by == 0 ? 0 : cumulative[by - 1])) / cumulative[cumulative.length - 1];
    }

    public int authorCount() {
        return authors.topic().length;
    }

    private int[] drawTags(int topic, Draws draws) {
        int[] drawn = new int[draws.weighted(TAG_COUNTS) + 1];
        drawn[0] = drawTag(topic, draws);
        for (int at = 1; at < drawn.length; at++) {
            int[] before = Arrays.copyOf(drawn, at);
            int next;
            do {
                next = drawTag(draws.weighted(topicWeights), draws);
            } while (contains(before, next));
            drawn[at] = next;
        }
        return drawn;
    }

    /** One of the tags of a topic: those that leave the topic as remainder. */
    private int drawTag(int topic, Draws draws) {
        int topics = topicWeights.length;
        int tagsOfTopic = (TAGS - 1 - topic) / topics + 1;
        return topic + topics * draws.below(tagsOfTopic);
    }

    private static boolean contains(int[] numbers, int wanted) {
        for (int number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }

    private int drawUploadDay(ModelParameters parameters, Draws draws) {
        int first = days.epochDay(0);
        if (draws.chance(parameters.newVideoShare())) {
            double passed = StrictMath.pow(draws.uniform(), 1 / (1 + parameters.uploadGrowth()));
            return first + (int) (passed * days.count());
        }
        return first - 1 - (int) draws.exponential(OLD_AGE_DAYS);
    }

    private int drawLastDay(int upload, double lifeDays, Draws draws) {
        return Double.isInfinite(lifeDays)
                ? Integer.MAX_VALUE
                : Math.max(upload, days.epochDay(0)) + (int) draws.exponential(lifeDays);
    }

    /** The days of the data set. */
    public LogDays days() {
        return days;
    }

    public int size() {
        return author.length;
    }

    public int topics() {
        return topicWeights.length;
    }

    public int author(int video) {
        return author[video];
    }

    /** One to four distinct tags; the first makes the video's main topic. */
    public int[] tags(int video) {
        return tags[video];
    }

    public int topic(int video) {
        return topicOfTag(tags[video][0]);
    }

    int topicOfTag(int tag) {
        return tag % topicWeights.length;
    }

    /** Standard normal: how well the video holds people. */
    public double appeal(int video) {
        return appeal[video];
    }

    /** Log-normal: how often the video is shown, whatever its appeal. */
    double popularity(int video) {
        return popularity[video];
    }

    public int durationMillis(int video) {
        return durationMillis[video];
    }

    /** Days since 1970-01-01; the video is shown from this day on. */
    public int uploadDay(int video) {
        return uploadDay[video];
    }

    /** Whether the old recommender shows the video on a day, given in days since 1970-01-01. */
    public boolean isShownOn(int video, int epochDay) {
        return uploadDay[video] <= epochDay && epochDay <= lastDay[video];
    }

    private record Authors(double[] productivity, int[] topic, double[] appeal) {
        static Authors draw(int count, double[] topicWeights, Draws draws) {
            double[] productivity = new double[count];
            int[] topic = new int[count];
            double[] appeal = new double[count];
            for (int author = 0; author < count; author++) {
                productivity[author] = draws.factor(1);
                topic[author] = draws.weighted(topicWeights);
                appeal[author] = draws.gaussian();
            }
            return new Authors(Draws.cumulative(productivity), topic, appeal);
        }
    }
}
