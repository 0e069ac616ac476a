package dev.linger.pipeline.simulate;

import dev.linger.pipeline.evaluation.ListQuality;
import dev.linger.recommender.order.TagMix;
import dev.linger.simulation.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Takes down what happens in a world under one policy. */
final class OutcomeCounts {
    /** A new video is found once so many users have watched it to its end. */
    static final int FOUND_BY = 10;

    /** The appeal that a tenth of the videos is above: a good video. */
    private static final double GOOD = 1.2816;

    private static final double SKIPPED_BELOW = 0.2;
    private static final double SECOND = 1000;

    private final World world;
    private final int oldVideos;
    private final int firstDay;
    private final Map<Integer, double[]> tagsOfUser = new HashMap<>();
    private final int[] playsOfCreator;

    /** Of each good new video the plays to its end, and the day on which it was found. */
    private final Map<Integer, Integer> ends = new HashMap<>();

    private final Map<Integer, Integer> foundOn = new HashMap<>();
    private final List<DayCounts> days = new ArrayList<>();
    private DayCounts today = new DayCounts();
    private double newSeconds;

    /** What happened on one day. */
    private static final class DayCounts {
        private long visits;
        private long plays;
        private long ended;
        private long skipped;
        private double seconds;
        private double secondsByAge;
        private int activeCreators;
    }

    /** @param world before its first day */
    OutcomeCounts(World world) {
        this.world = world;
        this.oldVideos = world.videoCount();
        this.firstDay = world.today() + 1;
        this.playsOfCreator = new int[world.creatorCount()];
    }

    void visit() {
        today.visits++;
    }

    void endDay() {
        today.activeCreators = world.activeCreators();
        days.add(today);
        today = new DayCounts();
    }

    void play(int user, int number, int millis) {
        World.Video video = world.video(number);
        boolean reachesEnd = millis >= video.durationMillis();
        today.plays++;
        today.seconds += millis / SECOND;
        today.secondsByAge += millis / SECOND * (world.today() - video.uploadDay());
        today.ended += reachesEnd ? 1 : 0;
        today.skipped += millis < SKIPPED_BELOW * video.durationMillis() ? 1 : 0;
        playsOfCreator[video.author()]++;
        for (int tag : video.tags()) {
            tagsOfUser.computeIfAbsent(user, none -> new double[world.tagCount()])[tag] += 1.0 / video.tags().length;
        }
        if (number >= oldVideos) {
            newSeconds += millis / SECOND;
            if (reachesEnd && ends.merge(number, 1, Integer::sum) == FOUND_BY) {
                foundOn.put(number, world.today());
            }
        }
    }

    /** @param policy what it was called */
    Outcome outcome(String policy) {
        int[] good = goodNewVideos(firstDay + days.size() / 2);
        double plays = sum(day -> day.plays);
        double seconds = sum(day -> day.seconds);
        double[] waits = Arrays.stream(good)
                .mapToDouble(video -> foundOn.containsKey(video)
                        ? foundOn.get(video) - world.video(video).uploadDay()
                        : Double.POSITIVE_INFINITY)
                .sorted()
                .toArray();
        double[] tags = tagsOfUser.values().stream()
                .mapToDouble(counts -> TagMix.effectiveTags(TagMix.shares(counts)))
                .sorted()
                .toArray();
        return new Outcome(
                policy,
                seconds / sum(day -> day.visits),
                sum(day -> day.ended) / plays,
                sum(day -> day.skipped) / plays,
                newSeconds / seconds,
                waits.length == 0 ? Double.NaN : waits[waits.length / 2],
                Arrays.stream(waits).filter(Double::isFinite).count() / (double) waits.length,
                Arrays.stream(tags).average().orElse(Double.NaN),
                tags.length == 0 ? Double.NaN : tags[tags.length / 100],
                world.activeCreators(),
                world.videoCount() - oldVideos,
                ListQuality.gini(playsOfCreator),
                sum(day -> day.secondsByAge) / seconds,
                IntStream.range(0, days.size())
                        .mapToObj(day -> ofDay(day, good))
                        .toList());
    }

    private double sum(ToDoubleFunction<DayCounts> of) {
        return days.stream().mapToDouble(of).sum();
    }

    private Outcome.Day ofDay(int day, int[] good) {
        DayCounts of = days.get(day);
        long found = Arrays.stream(good)
                .filter(video -> foundOn.getOrDefault(video, Integer.MAX_VALUE) <= firstDay + day)
                .count();
        return new Outcome.Day(
                of.seconds / of.visits,
                (double) of.skipped / of.plays,
                (double) found / good.length,
                of.activeCreators,
                of.secondsByAge / of.seconds);
    }

    /** Those uploaded before a day, so that the others have time to find them. */
    private int[] goodNewVideos(int before) {
        int[] good = new int[world.videoCount() - oldVideos];
        int count = 0;
        for (int video = oldVideos; video < world.videoCount(); video++) {
            World.Video of = world.video(video);
            if (of.appeal() > GOOD && of.uploadDay() < before) {
                good[count++] = video;
            }
        }
        return Arrays.copyOf(good, count);
    }
}
