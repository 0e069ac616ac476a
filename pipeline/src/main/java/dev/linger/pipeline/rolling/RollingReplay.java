package dev.linger.pipeline.rolling;

import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.retrieval.DatedRetriever;
import dev.linger.recommender.Recommender;
import dev.linger.recommender.live.LiveRecommender;
import dev.linger.recommender.retrieval.Eligibility;
import dev.linger.recommender.retrieval.Retriever;
import java.util.List;
import java.util.SortedMap;

/**
 * One system's way through the test part.
 *
 * @param fitted to the rows before the cut, with a feature state of its own
 * @param log all plays
 * @param refits the sources fitted to all plays before a day, by day
 */
record RollingReplay(
        RollingSystem system,
        Recommender fitted,
        InteractionLog log,
        TimeSplit split,
        SortedMap<Integer, DatedRetriever> refits) {
    /** The lists of the requests, which are in the order of time. */
    RollingAnswers answers(List<RollingRequests.Request> requests, Progress.Task task) {
        InteractionLog test = split.test();
        LiveRecommender live = LiveRecommender.of(fitted, split.training(), system.parts());
        int[][] lists = new int[requests.size()][];
        int observed = 0;
        int day = test.day(0);
        for (int at = 0; at < lists.length; at++) {
            RollingRequests.Request request = requests.get(at);
            for (DatedRetriever refit : refitsBetween(day, request.day())) {
                int before = test.firstRowAtOrAfter(refit.cutMillis());
                live.observe(test.slice(observed, before));
                observed = before;
                live = refitted(refit);
            }
            day = request.day();
            int before = test.firstRowAtOrAfter(request.millis());
            live.observe(test.slice(observed, before));
            observed = before;
            live.advanceTo(request.millis());
            lists[at] = live.list(request.user(), request.millis())
                    .top(RollingTables.LONGEST)
                    .items();
            task.advance(1);
        }
        return new RollingAnswers(system, requests, lists);
    }

    private Iterable<DatedRetriever> refitsBetween(int day, int later) {
        return system.refits() ? refits.subMap(day + 1, later + 1).values() : List.of();
    }

    /** With the videos that could be recommended at the cut and no others, since these alone can count. */
    private LiveRecommender refitted(DatedRetriever refit) {
        Retriever again = refit.retriever();
        Eligibility eligibility = new Eligibility(
                fitted.retriever().eligibility().universe(),
                again.eligibility().seen(),
                again.eligibility().filters());
        return LiveRecommender.of(
                fitted.with(new Retriever(again.sources(), again.fallback(), eligibility), refit.cutMillis()),
                log.slice(0, log.firstRowAtOrAfter(refit.cutMillis())),
                system.parts());
    }
}
