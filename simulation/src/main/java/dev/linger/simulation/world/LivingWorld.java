package dev.linger.simulation.world;

import dev.linger.data.Draws;
import dev.linger.data.Id;
import dev.linger.data.Seed;
import dev.linger.simulation.shape.ModelParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The planted world after its log: what users do with the videos that they are shown, and what that makes of users and creators.
 * On day d, with {@code z} of a user's taste by topic,
 *
 * <pre>
 * z(d)      = sqrt(1 - drift^2) z(d - 1) + drift N(0, 1)
 * pull(u,v) = tasteWeight * (mean of z(u, topic) over the tags of v) + appealWeight * q(v) + patienceSpread * a(u)
 *             - fatigue * (share of the last plays of u that had the topic of v) - ageing * min(1, age of v / 30 days)
 * received  = .8 received + plays of the creator's videos to their end on the day before; 1 at first
 * r         = received / mean of that over the creators who are there
 * uploads   : with chance uploadsPerDay * (creator's share) * (1 + response * (min(r, 3) - 1))
 * leaves    : with chance churn * max(0, 1 - r)
 * </pre>
 *
 * and {@link Watching} makes a play of the pull. What chance decides of a user and a video, of a day, or of a creator's n-th
 * upload is the same whatever was shown before, so that worlds of one seed differ by what is shown alone.
 */
public final class LivingWorld implements World {
    private static final double KEPT = 0.8;
    private static final double MOST_RECEIVED = 3;
    private static final double AGED_DAYS = 30;

    private final PlantedModel model;
    private final ModelParameters parameters;
    private final Life life;
    private final Watching watching;
    private final Seed seed;
    private final int firstDay;
    private final List<Video> videos = new ArrayList<>();
    private final double[][] taste;
    private final int[][] lastTopics;
    private final int[] plays;
    private final double[] received;
    private final int[] endedToday;
    private final boolean[] hasLeft;
    private final int[] uploads;
    private int day = -1;

    /** The world of a model on the day after its last. */
    public LivingWorld(PlantedModel model, Life life, Seed seed) {
        this.model = model;
        this.parameters = model.parameters();
        this.life = life;
        this.watching = new Watching(model, parameters.habit());
        this.seed = seed;
        Catalogue catalogue = model.catalogue();
        this.firstDay = catalogue.days().epochDay(catalogue.days().count() - 1) + 1;
        for (int video = 0; video < catalogue.size(); video++) {
            videos.add(new Video(
                    "video " + video,
                    catalogue.author(video),
                    catalogue.tags(video),
                    catalogue.appeal(video),
                    catalogue.durationMillis(video),
                    catalogue.uploadDay(video)));
        }
        int users = model.audience().size();
        this.taste = new double[users][];
        Arrays.setAll(taste, user -> tasteOf(user, catalogue.topics()));
        this.lastTopics = new int[users][life.remembered()];
        this.plays = new int[users];
        this.received = new double[catalogue.authorCount()];
        Arrays.fill(received, 1);
        this.endedToday = new int[received.length];
        this.hasLeft = new boolean[received.length];
        this.uploads = new int[received.length];
    }

    private double[] tasteOf(int user, int topics) {
        double[] tastes = new double[topics];
        Arrays.setAll(tastes, topic -> model.audience().taste(user, topic));
        return tastes;
    }

    /** {@inheritDoc} Tastes have drifted, and creators upload or give up. */
    @Override
    public List<Integer> beginDay() {
        day++;
        drift();
        receive();
        double mean = meanReceived();
        List<Integer> uploaded = new ArrayList<>();
        for (int creator = 0; creator < received.length; creator++) {
            Draws draws = new Draws(seed.stream("creator " + creator + " on day " + day));
            double relative = received[creator] / mean;
            double rate = life.uploadsPerDay()
                    * model.catalogue().productivity(creator)
                    * (1 + life.response() * (Math.min(relative, MOST_RECEIVED) - 1));
            boolean uploads = draws.chance(rate);
            boolean givesUp = draws.chance(life.churn() * Math.max(0, 1 - relative));
            if (uploads && !hasLeft[creator]) {
                uploaded.add(upload(creator));
            }
            hasLeft[creator] |= givesUp;
        }
        return uploaded;
    }

    private void drift() {
        double kept = StrictMath.sqrt(1 - life.drift() * life.drift());
        for (int user = 0; user < taste.length; user++) {
            Draws draws = new Draws(seed.stream("taste of user " + user + " on day " + day));
            for (int topic = 0; topic < taste[user].length; topic++) {
                taste[user][topic] = kept * taste[user][topic] + life.drift() * draws.gaussian();
            }
        }
    }

    private void receive() {
        for (int creator = 0; creator < received.length; creator++) {
            received[creator] = KEPT * received[creator] + endedToday[creator];
            endedToday[creator] = 0;
        }
    }

    private double meanReceived() {
        double sum = 0;
        int active = 0;
        for (int creator = 0; creator < received.length; creator++) {
            sum += hasLeft[creator] ? 0 : received[creator];
            active += hasLeft[creator] ? 0 : 1;
        }
        return sum / active;
    }

    private int upload(int creator) {
        String name = "upload " + uploads[creator]++ + " of creator " + creator;
        Draws draws = new Draws(seed.stream(name));
        Catalogue catalogue = model.catalogue();
        videos.add(new Video(
                name,
                creator,
                catalogue.drawTagsBy(creator, draws),
                catalogue.drawAppealBy(creator, parameters, draws),
                (int) parameters.duration().draw(draws),
                today()));
        return videos.size() - 1;
    }

    @Override
    public int today() {
        return firstDay + day;
    }

    @Override
    public int userCount() {
        return taste.length;
    }

    @Override
    public int videoCount() {
        return videos.size();
    }

    @Override
    public int tagCount() {
        return Catalogue.TAGS;
    }

    @Override
    public int creatorCount() {
        return hasLeft.length;
    }

    @Override
    public Video video(int video) {
        return videos.get(video);
    }

    /** {@inheritDoc} Generated data have numbers as ids. */
    @Override
    public Id userId(int user) {
        return Id.of(user);
    }

    @Override
    public Id videoId(int video) {
        return Id.of(video);
    }

    @Override
    public int userOf(Id id) {
        return (int) id.number();
    }

    @Override
    public int videoOf(Id id) {
        return (int) id.number();
    }

    @Override
    public boolean canShow(int user, int video) {
        return true;
    }

    @Override
    public int activeCreators() {
        int active = 0;
        for (boolean gone : hasLeft) {
            active += gone ? 0 : 1;
        }
        return active;
    }

    @Override
    public int visit(int user) {
        Draws draws = new Draws(seed.stream("visit of user " + user + " on day " + day));
        boolean comes = draws.chance(life.visitShare() * model.audience().activity(user));
        return comes ? (int) Viewing.instant(0, draws) : -1;
    }

    @Override
    public double pull(int user, int video) {
        Video of = videos.get(video);
        double match = 0;
        for (int tag : of.tags()) {
            match += taste[user][model.catalogue().topicOfTag(tag)];
        }
        return model.pull(user, match / of.tags().length, of.appeal())
                - life.fatigue() * shareOfLast(user, topic(of))
                - life.ageing() * Math.min(1, (today() - of.uploadDay()) / AGED_DAYS);
    }

    private int topic(Video video) {
        return model.catalogue().topicOfTag(video.tags()[0]);
    }

    private double shareOfLast(int user, int topic) {
        int known = Math.min(plays[user], life.remembered());
        int same = 0;
        for (int at = 0; at < known; at++) {
            same += lastTopics[user][at] == topic ? 1 : 0;
        }
        return (double) same / life.remembered();
    }

    @Override
    public int playMillis(int user, int video) {
        Video shown = videos.get(video);
        Draws draws = new Draws(seed.stream("user " + user + " watches " + shown.name()));
        int millis = watching.playMillis(pull(user, video), shown.durationMillis(), draws);
        lastTopics[user][plays[user]++ % life.remembered()] = topic(shown);
        endedToday[shown.author()] += millis >= shown.durationMillis() ? 1 : 0;
        return millis;
    }
}
