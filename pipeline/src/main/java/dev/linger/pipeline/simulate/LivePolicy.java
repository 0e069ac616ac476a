package dev.linger.pipeline.simulate;

import dev.linger.data.Id;
import dev.linger.recommender.live.LivePlay;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.simulation.world.LivingWorld;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A fitted recommender, asked and told as a server asks and tells it. */
record LivePolicy(String name, LiveRecommender live, LivingWorld world) implements Policy {
    @Override
    public void uploaded(List<Integer> videos) {
        live.upload(videos.stream().map(this::described).toList());
    }

    private LiveVideo described(int number) {
        LivingWorld.Video video = world.video(number);
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
                .answer(new LiveRequest(Id.of(user), atMillis, count, Set.of(), false, live.newVideos()))
                .videos()
                .stream()
                .mapToInt(video -> (int) video.videoId().number())
                .toArray();
    }

    @Override
    public void observed(List<LivePlay> plays) {
        live.observe(plays);
    }
}
