package dev.linger.recommender.answer;

import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import dev.linger.recommender.Answer;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.order.OrderContext;
import dev.linger.recommender.order.OrdererChain;
import dev.linger.recommender.retrieval.Funnel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What one user is recommended, and the way of each video through the stages.
 *
 * @param userId the user's id in the data
 * @param known whether the data has the user
 * @param fallback whether no source that tells users apart knows the user, so that the list is the fallback's
 * @param candidates how many videos were ranked
 * @param videos best first
 * @param funnel what left out how many, where reasons were asked for
 */
public record UserAnswer(
        Id userId, boolean known, boolean fallback, int candidates, List<Listed> videos, Optional<Funnel> funnel) {
    /** One that does not tell what left out how many. */
    public UserAnswer(Id userId, boolean known, boolean fallback, int candidates, List<Listed> videos) {
        this(userId, known, fallback, candidates, videos, Optional.empty());
    }

    /** The same that tells what left out how many. */
    public UserAnswer with(Funnel of) {
        return new UserAnswer(userId, known, fallback, candidates, videos, Optional.of(of));
    }

    /**
     * A recommended video.
     *
     * @param rank in the list, from 1
     * @param videoId the video's id in the data
     * @param title what people call it, as the data has it; "" where it has none
     * @param durationMillis its length, NaN where that is not known
     * @param score by which it was ranked, before orderers
     * @param propensity how likely its place was, given the videos above it; empty where the list was not drawn
     * @param rankBefore its rank among the candidates in the order of retrieval, from 1; 0 where they were not re-ranked
     * @param foundBy the sources whose list it is in
     * @param scores by each ranker
     * @param reasons why, where that was asked for
     */
    public record Listed(
            int rank,
            Id videoId,
            String title,
            float durationMillis,
            double score,
            OptionalDouble propensity,
            int rankBefore,
            List<FoundBy> foundBy,
            List<RankerScore> scores,
            Optional<Reasons> reasons) {
        /** The same at another place. */
        public Listed at(int place) {
            return new Listed(
                    place, videoId, title, durationMillis, score, propensity, rankBefore, foundBy, scores, reasons);
        }
    }

    /**
     * A source in whose list a video is.
     *
     * @param rank there, from 1
     */
    public record FoundBy(String source, int rank, double score) {}

    /** What a ranker gives a video. */
    public record RankerScore(String ranker, double score) {}

    /**
     * Asks for the first videos of a user's list.
     *
     * @param explainer finds reasons, where they are asked for
     */
    public static UserAnswer of(Recommender recommender, Optional<Explainer> explainer, Id userId, int count) {
        int user = recommender.tables().users().indexOf(userId);
        if (user == IdIndex.UNKNOWN) {
            return ofFallback(
                    recommender,
                    recommender.path().forUnknownUser(recommender.retriever(), new int[0], count),
                    OrderContext.UNKNOWN.with(recommender.seed(userId)),
                    userId,
                    count);
        }
        Answer answer = recommender.answer(user);
        UserAnswer told = of(recommender, answer, explainer.map(all -> all.of(user, answer)), userId, count);
        return explainer.isPresent() ? told.with(recommender.funnel(recommender.retriever(), user)) : told;
    }

    /**
     * The first videos of a list at hand.
     *
     * @param reasons of this list, where they are asked for; they need the scores of all systems
     */
    public static UserAnswer of(
            Recommender recommender, Answer answer, Optional<Explainer.OfUser> reasons, Id userId, int count) {
        RankedList list = answer.list().top(count);
        int[] candidates = answer.found().candidates().items();
        RankedList before = answer.found().candidates().byStageOne();
        List<String> all = recommender.reranker().systems();
        List<String> systems = all.subList(all.size() - answer.scores().length, all.size());
        ItemTable table = recommender.tables().itemTable();
        List<Listed> videos = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            int item = list.items()[at];
            int row = rank(candidates, item) - 1;
            List<FoundBy> foundBy = foundBy(recommender, answer, item);
            videos.add(new Listed(
                    at + 1,
                    recommender.tables().items().id(item),
                    table.titles().of(item),
                    table.durationMillis()[item],
                    answer.isReranked()
                            ? answer.scores()[answer.scores().length - 1][row]
                            : before.scores()[rank(before.items(), item) - 1],
                    propensity(answer.propensities(), at),
                    answer.isReranked() ? rank(before.items(), item) : 0,
                    foundBy,
                    IntStream.range(0, systems.size())
                            .mapToObj(system -> new RankerScore(systems.get(system), answer.scores()[system][row]))
                            .toList(),
                    reasons.map(of -> of.of(item, row, foundBy))));
        }
        return new UserAnswer(
                userId,
                recommender.tables().users().indexOf(userId) != IdIndex.UNKNOWN,
                recommender.retriever().isOfFallback(answer.found()),
                candidates.length,
                videos);
    }

    /**
     * The list of the fallback, for a user who is not in the data.
     *
     * @param scored of the recommender's fallback, not ordered further
     */
    public static UserAnswer ofFallback(
            Recommender recommender, RankedList scored, OrderContext context, Id userId, int count) {
        String fallback = recommender.retriever().fallback().name();
        ItemTable table = recommender.tables().itemTable();
        OrdererChain.Ordered ordered = recommender.path().ordered(scored, context);
        List<Listed> videos = new ArrayList<>();
        for (int item : ordered.list().top(count).items()) {
            int rank = rank(scored.items(), item);
            double score = scored.scores()[rank - 1];
            videos.add(new Listed(
                    videos.size() + 1,
                    recommender.tables().items().id(item),
                    table.titles().of(item),
                    table.durationMillis()[item],
                    score,
                    propensity(ordered.propensities(), videos.size()),
                    0,
                    List.of(new FoundBy(fallback, rank, score)),
                    List.of(),
                    Optional.empty()));
        }
        return new UserAnswer(userId, false, true, 0, videos);
    }

    private static OptionalDouble propensity(double[] ofPlaces, int place) {
        return ofPlaces.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(ofPlaces[place]);
    }

    private static List<FoundBy> foundBy(Recommender recommender, Answer answer, int item) {
        List<FoundBy> found = new ArrayList<>();
        for (int source = 0; source < answer.found().lists().size(); source++) {
            RankedList list = answer.found().lists().get(source);
            int rank = rank(list.items(), item);
            if (rank > 0) {
                found.add(new FoundBy(
                        recommender.retriever().sources().get(source).name(), rank, list.scores()[rank - 1]));
            }
        }
        return List.copyOf(found);
    }

    /** The place of an item, from 1; 0 where it is not there. */
    private static int rank(int[] items, int item) {
        int at = 0;
        while (at < items.length && items[at] != item) {
            at++;
        }
        return at == items.length ? 0 : at + 1;
    }
}
