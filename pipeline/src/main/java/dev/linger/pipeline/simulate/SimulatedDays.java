package dev.linger.pipeline.simulate;

import dev.linger.data.Workers;
import dev.linger.recommender.live.LivePlay;
import dev.linger.simulation.world.World;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets a policy and a world answer each other day by day. */
final class SimulatedDays {
    private static final int SWIPE_MILLIS = 500;

    private final World world;
    private final Policy policy;
    private final ZoneId zone;
    private final int videosPerVisit;
    private final Workers workers;

    /** @param zone whose days they are */
    SimulatedDays(World world, Policy policy, ZoneId zone, int videosPerVisit, Workers workers) {
        this.world = world;
        this.policy = policy;
        this.zone = zone;
        this.videosPerVisit = videosPerVisit;
        this.workers = workers;
    }

    private record Visit(int user, long atMillis) {}

    /**
     * One day: videos are uploaded, then users come, are shown a list each and play its videos one after the other. What is
     * learned of their plays counts from the next day's lists on, so it does not matter which of them is asked first.
     *
     * @param of where what happens to a user is taken down
     */
    void next(IntFunction<OutcomeCounts> of) {
        policy.uploaded(world.beginDay());
        long midnight = LocalDate.ofEpochDay(world.today())
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli();
        List<Visit> visits = IntStream.range(0, world.userCount())
                .filter(user -> world.visit(user) >= 0)
                .mapToObj(user -> new Visit(user, midnight + world.visit(user)))
                .sorted(Comparator.comparingLong(Visit::atMillis).thenComparingInt(Visit::user))
                .toList();
        List<int[]> lists = workers.map(
                visits.size(),
                at -> policy.list(visits.get(at).user(), visits.get(at).atMillis(), videosPerVisit));
        List<LivePlay> plays = new ArrayList<>();
        for (int at = 0; at < visits.size(); at++) {
            OutcomeCounts record = of.apply(visits.get(at).user());
            record.visit();
            play(visits.get(at), lists.get(at), record, plays);
        }
        plays.sort(Comparator.comparingLong(LivePlay::timestampMillis));
        policy.observed(plays);
    }

    private void play(Visit visit, int[] list, OutcomeCounts record, List<LivePlay> plays) {
        long millis = visit.atMillis();
        for (int video : list) {
            int played = world.playMillis(visit.user(), video);
            record.play(visit.user(), video, played);
            plays.add(new LivePlay(
                    world.userId(visit.user()),
                    world.videoId(video),
                    played,
                    world.video(video).durationMillis(),
                    millis));
            millis += played + SWIPE_MILLIS;
        }
    }
}
