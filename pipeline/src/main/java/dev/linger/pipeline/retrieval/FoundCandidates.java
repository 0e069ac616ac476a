package dev.linger.pipeline.retrieval;

import dev.linger.pipeline.cache.Kept;
import dev.linger.recommender.retrieval.CandidateList;
import dev.linger.recommender.retrieval.Retriever;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The candidates of some users.
 *
 * @param lists one a user
 * @param areOfFallback whether those of each were found without knowing the user: all sources but those that are the same for
 *     everybody gave the fallback's list; empty where there are none but these
 */
record FoundCandidates(List<CandidateList> lists, List<Boolean> areOfFallback) {
    static final Kept<FoundCandidates> KEPT = Kept.columns(
            (value, out) -> {
                KeptCandidates.write(value.lists, out);
                out.ints(value.areOfFallback.size(), at -> value.areOfFallback.get(at) ? 1 : 0);
            },
            in -> new FoundCandidates(
                    KeptCandidates.read(in),
                    IntStream.of(in.ints()).mapToObj(mark -> mark == 1).toList()));

    FoundCandidates {
        lists = List.copyOf(lists);
        areOfFallback = List.copyOf(areOfFallback);
    }

    static FoundCandidates of(List<Retriever.Found> found, Retriever retriever) {
        return new FoundCandidates(
                found.stream().map(Retriever.Found::candidates).toList(),
                retriever.tellsUsersApart()
                        ? found.stream().map(retriever::isOfFallback).toList()
                        : List.of());
    }

    /** The same with score and rank alone of what stage one says. */
    FoundCandidates brief() {
        return with(lists.stream().map(CandidateList::brief).toList());
    }

    /** The same users with other candidates. */
    FoundCandidates with(List<CandidateList> others) {
        return new FoundCandidates(others, areOfFallback);
    }
}
