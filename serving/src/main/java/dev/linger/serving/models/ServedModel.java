package dev.linger.serving.models;

import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.InputException;
import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import dev.linger.data.SideTables;
import dev.linger.data.store.ModelReader;
import dev.linger.data.store.ModelWriter;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.live.LivePlay;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.recommender.live.Observed;
import dev.linger.recommender.live.StageTimes;
import dev.linger.recommender.retrieval.FittedSource;
import dev.linger.serving.metrics.FeatureWindow;
import dev.linger.serving.store.ReceivedPlay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A loaded model. Plays come to it by their positions in the order of the store, each once, from one thread at a time; any
 * number of threads may ask.
 */
public final class ServedModel {
    private final Path folder;
    private final String name;
    private final String digest;
    private final LiveRecommender live;
    private final Optional<FittedSource> similar;
    private final Optional<FeatureWindow> window;

    /** Up to where its snapshot knew the store; empty where it had none. */
    private final Optional<SnapshotMark> resumed;

    /** How many plays of the store it has been given. */
    private long position;

    /**
     * A model that has been loaded.
     *
     * @param folder of the model
     * @param resumed up to where {@code live} knows the store, where that is from a snapshot
     */
    ServedModel(Path folder, LiveRecommender live, Optional<SnapshotMark> resumed) {
        this.folder = folder;
        this.name = ModelName.of(folder);
        this.digest = ModelName.digest(folder);
        this.live = live;
        this.resumed = resumed;
        this.position = resumed.map(SnapshotMark::plays).orElse(0L);
        this.similar = live.fitted().retriever().comparing();
        this.window = live.fitted().learned().map(FeatureWindow::new);
    }

    /**
     * Loads a model that {@code fit} wrote.
     *
     * @throws InputException where the folder is no such model, or is damaged
     */
    public static ServedModel load(Path folder) {
        Path real = folder.toAbsolutePath().normalize();
        return new ServedModel(real, LiveRecommender.load(real), Optional.empty());
    }

    /** The name of its folder and the beginning of its digest, as {@code may@1f2e3d4c5b6a}. */
    public String name() {
        return name;
    }

    public SideTables tables() {
        return live.fitted().tables();
    }

    /** The instant before which it was fitted, in milliseconds since 1970-01-01 UTC. */
    public long asOfMillis() {
        return live.fitted().config().asOfMillis();
    }

    /** The folder that it was loaded from. */
    Path folder() {
        return folder;
    }

    LiveRecommender live() {
        return live;
    }

    /** The digest of all its files. */
    String digest() {
        return digest;
    }

    /** Up to where a snapshot let it know the store before it was given any play; empty where none did. */
    Optional<SnapshotMark> resumed() {
        return resumed;
    }

    /**
     * Writes what such a model knows after more plays than a snapshot, or the model itself, without a look at what this one knows.
     *
     * @param more gives these plays
     */
    void writeSnapshot(ModelReader from, Consumer<Consumer<List<ReceivedPlay>>> more, ModelWriter to)
            throws IOException {
        live.writeSnapshot(from, each -> more.accept(plays -> each.accept(since(plays))), to);
    }

    /** How many plays it has learned of since it was fitted. */
    public int observed() {
        return live.observed();
    }

    /** The best videos for a user. */
    public UserAnswer answer(LiveRequest request, StageTimes times) {
        return live.answer(request, rows -> window.ifPresent(of -> of.add(rows)), times);
    }

    /** What it has ranked of late; empty where it does not know what it learned from. */
    public Optional<FeatureWindow> window() {
        return window;
    }

    /** The same in the order of retrieval: no feature row is made and no ranker asked. */
    public UserAnswer retrieved(LiveRequest request, StageTimes times) {
        return live.retrieved(request, times);
    }

    /** The places of new videos in its lists. */
    public NewVideosConfig newVideos() {
        return live.newVideos();
    }

    /** Where the videos nearest to one come from; empty where no source can tell. */
    public Optional<String> similaritySource() {
        return similar.map(FittedSource::name);
    }

    /** The videos nearest to one that the model has; those that were withdrawn are left out. */
    public RankedList similar(Id videoId, int count) {
        int item = tables().items().indexOf(videoId);
        return similar.orElseThrow()
                .scorer()
                .similarity()
                .orElseThrow()
                .to(item, count + live.withdrawn())
                .only(near -> live.mayRecommend(tables().items().id(near)))
                .top(count);
    }

    /** Takes note of videos that were uploaded, changed or withdrawn. */
    void upload(List<LiveVideo> videos) {
        live.upload(videos);
    }

    /** What a play does not change in the lists of this model, where it has not all that the play names. */
    public Optional<String> unknown(ReceivedPlay play) {
        if (tables().items().indexOf(play.itemId()) == IdIndex.UNKNOWN) {
            return live.mayRecommend(play.itemId())
                    ? Optional.empty()
                    : Optional.of("the model does not have video " + play.itemId()
                            + "; the play is kept for the next fit, and counts once the video is uploaded");
        }
        return tables().users().indexOf(play.userId()) == IdIndex.UNKNOWN
                ? Optional.of("the model does not have user " + play.userId()
                        + "; until the next fit lists go by such plays alone")
                : Optional.empty();
    }

    /** What of an upload this model does not go by. */
    public Optional<String> unknown(LiveVideo video) {
        if (video.withdrawn()) {
            return Optional.empty();
        }
        if (tables().items().indexOf(video.id()) != IdIndex.UNKNOWN) {
            return Optional.of("the model was fitted to this video and goes by the attributes that it had then");
        }
        ItemTable table = tables().itemTable();
        boolean hasCreator = video.creator().isEmpty()
                || table.creator()
                        .map(known -> known.codeOf(video.creator()) >= 0)
                        .orElse(false);
        List<String> unknown = new ArrayList<>(hasCreator ? List.of() : List.of("creator " + video.creator()));
        video.tags().stream()
                .filter(tag -> table.tagIds().indexOf(tag) == IdIndex.UNKNOWN)
                .forEach(tag -> unknown.add("tag " + tag));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of("the model does not have " + String.join(", ", unknown) + ", and goes by the rest");
    }

    /**
     * Takes plays of the store; those that it has been given before, and those that it was fitted to, are passed over.
     *
     * @param first position of the first of them in the order of the store
     * @param became told what became of each that was new to it
     */
    void take(long first, List<ReceivedPlay> plays, Consumer<Observed> became) {
        int known = (int) Math.min(plays.size(), Math.max(0, position - first));
        List<LivePlay> later = since(plays.subList(known, plays.size()));
        position = Math.max(position, first + plays.size());
        live.observe(later).forEach(became);
    }

    /** Those plays that it was not fitted to. */
    private List<LivePlay> since(List<ReceivedPlay> plays) {
        List<LivePlay> later = new ArrayList<>();
        for (ReceivedPlay play : plays) {
            if (play.timestampMillis() >= asOfMillis()) {
                later.add(new LivePlay(
                        play.userId(),
                        play.itemId(),
                        play.playMillis(),
                        play.durationMillis(),
                        play.timestampMillis()));
            }
        }
        return later;
    }
}
