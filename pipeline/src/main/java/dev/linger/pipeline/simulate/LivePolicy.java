package dev.linger.pipeline.simulate;

import dev.linger.data.Id;
import dev.linger.recommender.live.LivePlay;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.simulation.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A fitted recommender, asked and told as a server asks and tells it. */
record LivePolicy(String name, LiveRecommender live, World world) implements Policy {
    @Override
    public void uploaded(List<Integer> videos) {
        live.upload(videos.stream().map(this::described).toList());
    }

    private LiveVideo described(int number) {
        World.Video video = world.video(number);
        return new LiveVideo(
                number,
                "",
                video.durationMillis(),
                Integer.toString(video.author()),
                Arrays.stream(video.tags()).asLongStream().boxed().toList(),
                false);
    }

    @Override
    public int[] list(int user, long atMillis, int count) {
        return live
                .answer(new LiveRequest(world.userId(user), atMillis, count, hidden(user), false, live.newVideos()))
                .videos()
                .stream()
                .mapToInt(video -> world.videoOf(video.videoId()))
                .toArray();
    }

    /** The videos of which nobody knows what the user would do with them. */
    private Set<Id> hidden(int user) {
        return IntStream.range(0, world.videoCount())
                .filter(video -> !world.canShow(user, video))
                .mapToObj(world::videoId)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void observed(List<LivePlay> plays) {
        live.observe(plays);
    }
}
