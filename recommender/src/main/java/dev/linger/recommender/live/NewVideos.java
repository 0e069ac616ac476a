package dev.linger.recommender.live;

import dev.linger.candidates.Taste;
import dev.linger.candidates.TopItems;
import dev.linger.data.AttributeColumn;
import dev.linger.data.Draws;
import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.InteractionLog;
import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.duration.WatchRules;
import dev.linger.recommender.NewVideosConfig;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.answer.UserAnswer.FoundBy;
import dev.linger.recommender.answer.UserAnswer.Listed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Videos that a model was not fitted to. No ranker has learned from such rows, so they are not ranked among the others: some
 * places of a list are theirs, and get those that the user is most likely to like,
 *
 * <pre>
 * score = (liked + priorPlays * taste) / (plays + priorPlays)
 * </pre>
 *
 * with the plays of the video by anybody, and {@code taste} the liked share of the user's plays of its creator and its tags, or
 * that of all plays where no source knows it. A video that nobody has watched yet has the score of its attributes and is shown
 * for them; plays then confirm it or not. This is the mean of a Beta distribution of the share that the user likes, with the prior
 * plays and those of the video; {@link NewVideosConfig.By#DRAW} draws from it for each request, in place of taking the mean
 * (Thompson, Biometrika 1933; Chapelle and Li, NeurIPS 2011). {@link NewVideosConfig.By#UCB} takes
 *
 * <pre>
 * mean + sqrt(2 ln(1 + plays of all new videos)) * deviation,   deviation = sqrt(mean (1 - mean) / (plays + priorPlays + 1))
 * </pre>
 *
 * the bound of UCB1 (Auer, Cesa-Bianchi and Fischer, Machine Learning 2002) with the standard deviation of the Beta distribution in
 * place of the largest that there may be, which is about the quantile of Bayes-UCB (Kaufmann, Cappe and Garivier, AISTATS 2012).
 */
final class NewVideos {
    static final String SOURCE = "new-videos";

    /** The average plays that a taste counts as: fewer would drop a video after its first skips. */
    private static final double PRIOR_PLAYS = 20;

    /** So many of the latest a list looks at. */
    private static final int MOST = 10_000;

    private static final int UNKNOWN = -1;

    private final WatchRules watch;
    private final IdIndex tagIds;
    private final Optional<AttributeColumn.Category> creators;
    private final double likedShare;

    /** Those uploaded and not withdrawn, in the order of their upload. */
    private final Map<Id, New> videos = new LinkedHashMap<>();

    /** Of all videos that the model does not have, so that it does not matter whether plays or the upload come first. */
    private final Map<Id, Plays> plays = new HashMap<>();

    /** Those of them that each user has watched. */
    private final Map<Id, Set<Id>> watched = new HashMap<>();

    private long playsOfAll;

    private static final class Plays {
        private long all;
        private long liked;
    }

    private record New(LiveVideo video, int creator, int[] tags, Plays plays) {
        Belief belief(Optional<Taste> taste, double likedShare) {
            double prior = taste.map(of -> of.likedShare(creator, tags)).orElse(likedShare);
            return new Belief(plays.liked + PRIOR_PLAYS * prior, plays.all + PRIOR_PLAYS);
        }
    }

    /** What is believed of the share that a user likes: a Beta distribution of so many liked of all plays. */
    private record Belief(double liked, double all) {
        double mean() {
            return liked / all;
        }

        double deviation() {
            return Math.sqrt(mean() * (1 - mean()) / (all + 1));
        }

        double draw(Draws draws) {
            return liked <= 0 || liked >= all ? mean() : draws.beta(liked, all - liked);
        }
    }

    /** @param history the plays that the model was fitted to */
    NewVideos(ItemTable table, InteractionLog history, WatchRules watch) {
        this.watch = watch;
        this.tagIds = table.tagIds();
        this.creators = table.creator();
        long liked = IntStream.range(0, history.size())
                .filter(row -> watch.isLiked(history.watchRatio(row)))
                .count();
        this.likedShare = history.size() == 0 ? 0 : (double) liked / history.size();
    }

    /** Takes a video that the model does not have, in the place of what was known of it. */
    void add(LiveVideo video) {
        videos.remove(video.id());
        if (!video.withdrawn()) {
            int[] tags = video.tags().stream()
                    .mapToInt(tagIds::indexOf)
                    .filter(tag -> tag != IdIndex.UNKNOWN)
                    .distinct()
                    .toArray();
            int creator = creators.map(known -> known.codeOf(video.creator())).orElse(UNKNOWN);
            videos.put(video.id(), new New(video, creator, tags, plays(video.id())));
        }
    }

    /** Whether it has been uploaded and not withdrawn. */
    boolean has(Id id) {
        return videos.containsKey(id);
    }

    /** The code of its creator in the table; below 0 where that does not have them, or it is not there. */
    int creator(Id id) {
        New video = videos.get(id);
        return video == null ? UNKNOWN : video.creator();
    }

    boolean isEmpty() {
        return videos.isEmpty();
    }

    /** Takes note of a play of a video that the model does not have. */
    void observe(LivePlay play) {
        Plays of = plays(play.itemId());
        of.all++;
        playsOfAll++;
        of.liked += watch.isLiked((double) play.playMillis() / play.durationMillis()) ? 1 : 0;
        watched.computeIfAbsent(play.userId(), none -> new HashSet<>()).add(play.itemId());
    }

    private Plays plays(Id id) {
        return plays.computeIfAbsent(id, none -> new Plays());
    }

    /** The best for a user who has not watched them, best first by (score descending, earlier upload first). */
    List<Listed> best(LiveRequest request, Optional<Taste> taste) {
        Set<Id> seen = watched.getOrDefault(request.userId(), Set.of());
        New[] all = videos.values().toArray(New[]::new);
        TopItems top = new TopItems(request.count());
        Seed ofRequest = request.seed();
        for (int at = Math.max(0, all.length - MOST); at < all.length; at++) {
            LiveVideo video = all[at].video();
            Id id = video.id();
            if (!seen.contains(id)
                    && !request.exclude().contains(id)
                    && request.blocks().keeps(video.creator(), video.tags())) {
                Belief belief = all[at].belief(taste, likedShare);
                top.offer(at, score(belief, id, request.newVideos().by(), ofRequest));
            }
        }
        RankedList best = top.drain(UNKNOWN);
        return IntStream.range(0, best.size())
                .mapToObj(at -> listed(all[best.items()[at]].video(), best.scores()[at], at + 1))
                .toList();
    }

    private double score(Belief belief, Id id, NewVideosConfig.By by, Seed ofRequest) {
        return switch (by) {
            case MEAN -> belief.mean();
            case DRAW -> belief.draw(new Draws(ofRequest.stream(id.toString())));
            case UCB -> belief.mean() + StrictMath.sqrt(2 * StrictMath.log(1.0 + playsOfAll)) * belief.deviation();
        };
    }

    private static Listed listed(LiveVideo video, double score, int rank) {
        return new Listed(
                rank,
                video.id(),
                video.title(),
                video.durationMillis() == 0 ? Float.NaN : video.durationMillis(),
                score,
                OptionalDouble.empty(),
                0,
                List.of(new FoundBy(SOURCE, rank, score)),
                List.of(),
                Optional.empty());
    }

    /**
     * A list some of whose places are those of new videos: with {@code every} 10 the fifth, the fifteenth and so on.
     *
     * @param best new videos, best first
     * @param every one of so many places, at least 1
     * @param count how many places there are
     */
    static UserAnswer placed(UserAnswer answer, List<Listed> best, int every, int count) {
        List<Listed> places = new ArrayList<>();
        int taken = 0;
        for (int rank = 1; rank <= count; rank++) {
            int ranked = rank - 1 - taken;
            boolean isTheirs =
                    rank % every == every / 2 || ranked >= answer.videos().size();
            if (isTheirs && taken < best.size()) {
                places.add(best.get(taken++).at(rank));
            } else if (ranked < answer.videos().size()) {
                places.add(answer.videos().get(ranked).at(rank));
            }
        }
        return new UserAnswer(
                answer.userId(), answer.known(), answer.fallback(), answer.candidates(), places, answer.funnel());
    }
}
