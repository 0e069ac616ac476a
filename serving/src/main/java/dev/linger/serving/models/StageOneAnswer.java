package dev.linger.serving.models;

import dev.linger.candidates.SeenItems;
import dev.linger.candidates.union.CandidateUnion;
import dev.linger.data.IdIndex;
import dev.linger.data.RankedList;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.answer.UserAnswer;
import dev.linger.recommender.live.LiveRequest;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.Retriever;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A user's candidates in the order of retrieval: what can be said when there is no time to rank them. */
final class StageOneAnswer {
    private StageOneAnswer() {}

    /** @param played ids of videos that the user has played since the recommender was fitted */
    static UserAnswer of(Recommender fitted, LiveRequest request, Set<Long> played) {
        int user = fitted.tables().users().indexOf(request.userId());
        if (user == IdIndex.UNKNOWN) {
            return UserAnswer.of(fitted, Optional.empty(), request.userId(), request.count());
        }
        Retriever retriever = without(
                fitted,
                user,
                Stream.concat(request.exclude().stream(), played.stream()).mapToLong(Long::longValue));
        CandidateUnion quotas = new CandidateUnion(
                fitted.config().quotas().stream().mapToInt(Integer::intValue).toArray());
        int limit = fitted.config().limit();
        Retriever.Found found = retriever.find(user, quotas, limit, limit);
        RankedList list = found.candidates().byStageOne().top(request.count());
        List<UserAnswer.Listed> videos = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            videos.add(new UserAnswer.Listed(
                    at + 1,
                    fitted.tables().items().id(list.items()[at]),
                    list.scores()[at],
                    at + 1,
                    foundBy(retriever, found, list.items()[at]),
                    List.of(),
                    Optional.empty()));
        }
        return new UserAnswer(
                request.userId(),
                true,
                retriever.isOfFallback(found),
                found.candidates().size(),
                videos);
    }

    private static Retriever without(Recommender fitted, int user, LongStream videoIds) {
        Retriever retriever = fitted.retriever();
        Eligibility eligibility = retriever.eligibility();
        SeenItems seen = eligibility.seen();
        int[] left = IntStream.concat(
                        IntStream.range(0, seen.count(user)).map(at -> seen.item(user, at)),
                        videoIds.mapToInt(fitted.tables().items()::indexOf).filter(item -> item != IdIndex.UNKNOWN))
                .sorted()
                .distinct()
                .toArray();
        return new Retriever(
                retriever.sources(),
                retriever.fallback(),
                new Eligibility(eligibility.universe(), seen.withRow(user, left), eligibility.filters()));
    }

    private static List<UserAnswer.FoundBy> foundBy(Retriever retriever, Retriever.Found found, int item) {
        List<UserAnswer.FoundBy> by = new ArrayList<>();
        for (int source = 0; source < found.lists().size(); source++) {
            RankedList list = found.lists().get(source);
            for (int at = 0; at < list.size(); at++) {
                if (list.items()[at] == item) {
                    by.add(new UserAnswer.FoundBy(
                            retriever.sources().get(source).name(), at + 1, list.scores()[at]));
                }
            }
        }
        return by;
    }
}
