package dev.linger.serving.models;

import dev.linger.data.Id;
import dev.linger.data.store.DigestList;
import dev.linger.data.store.ModelWriter;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.live.LivePlay;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.serving.TinyModel;
import dev.linger.serving.json.AnswerJson;
import dev.linger.serving.store.InMemoryPlayStore;
import dev.linger.serving.store.PlayStore;
import dev.linger.serving.store.ReceivedPlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A model that has learned of the plays and videos of a store, and what it knows as bytes. */
public final class LearnedModel {
    private final LiveRecommender live;

    private LearnedModel(LiveRecommender live) {
        this.live = live;
    }

    /** By the way of a server that starts. */
    public static LearnedModel asServed(Path model, List<ReceivedPlay> plays, List<LiveVideo> videos) {
        InMemoryPlayStore store = new InMemoryPlayStore();
        store.keep(videos);
        if (!plays.isEmpty()) {
            store.append(plays).join();
        }
        LiveRecommender live = LiveRecommender.load(model);
        new Models(
                store,
                noSnapshots(store),
                new ServedModel(model, live, Optional.empty()),
                Optional.empty(),
                (of, what) -> {});
        return new LearnedModel(live);
    }

    /** By the way of a server that starts with snapshots. */
    static LearnedModel asServed(Path model, PlayStore store, Snapshots snapshots) {
        ServedModel served = snapshots.load(model);
        new Models(store, snapshots, served, Optional.empty(), (of, what) -> {});
        return new LearnedModel(served.live());
    }

    static Snapshots noSnapshots(PlayStore store) {
        return new Snapshots(Path.of("none"), store, 0, (where, failure) -> {});
    }

    /** By the obvious way: one play after the other, without those of the days that it was fitted to. */
    public static LearnedModel oneByOne(Path model, List<ReceivedPlay> plays, List<LiveVideo> videos) {
        LiveRecommender live = LiveRecommender.load(model);
        for (ReceivedPlay play : plays) {
            if (play.timestampMillis() >= TinyModel.AS_OF.toEpochMilli()) {
                live.observe(List.of(new LivePlay(
                        play.userId(),
                        play.itemId(),
                        play.playMillis(),
                        play.durationMillis(),
                        play.timestampMillis())));
            }
        }
        videos.forEach(video -> live.upload(List.of(video)));
        return new LearnedModel(live);
    }

    /**
     * The digests of all files of its features.
     *
     * @param folder for these files; must not be there
     */
    public String digestsOfFeatures(Path folder) throws IOException {
        ModelWriter writer = ModelWriter.create(folder);
        live.fitted().features().write(writer);
        writer.finish();
        return Files.readString(folder.resolve(DigestList.NAME));
    }

    /** The list of a user with reasons, as a server sends it but for what names the request. */
    public String list(long user, int count, int newVideosEvery, long atMillis, String at) {
        return AnswerJson.of(
                        live.answer(new LiveRequest(
                                Id.of(user),
                                atMillis,
                                count,
                                Set.of(),
                                true,
                                NewVideosConfig.NONE.withEvery(newVideosEvery))),
                        at)
                .toString();
    }
}
