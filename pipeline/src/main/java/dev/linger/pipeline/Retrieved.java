package dev.linger.pipeline;

import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.als.AlsConfig;
import dev.linger.data.Dataset;
import dev.linger.data.RankedList;
import dev.linger.data.split.TimeSplit;
import dev.linger.pipeline.config.CandidatesConfig;
import dev.linger.pipeline.report.tables.NamedLists;
import java.util.ArrayList;
import java.util.List;

/**
 * What stage one gives to the stages after it. It is fitted three times, so that no row is described by factors that saw
 * it: to the history for the rows the ranker learns from, to all rows before the validation days for those, and to all
 * rows before the cut for the test.
 *
 * @param search the choice among settings of ALS, with stage one fitted to all rows before the validation days
 * @param onHistory fitted to the history
 * @param beforeCut fitted to all rows before the cut
 * @param baselines other orders of the same videos, fitted to all rows before the cut
 * @param candidates ALS lists of the test users, of the configured length
 * @param sources the lists of ALS, then of each baseline, of the test users, long enough for every table
 */
record Retrieved(
        AlsSearch search,
        StageOne onHistory,
        StageOne beforeCut,
        List<ItemScorer> baselines,
        List<RankedList> candidates,
        List<NamedLists> sources) {
    static final String ALS = "als";

    /** The longest list any table looks at. */
    private static final int LONGEST = 500;

    /** Stage one fitted to all rows before the validation days. */
    StageOne beforeValidation() {
        return search.chosen();
    }

    static Retrieved of(Dataset dataset, Holdout holdout, CandidatesConfig config, RunContext run) {
        TimeSplit split = holdout.split();
        AlsSearch search = AlsSearch.of(dataset, holdout, config, run);
        AlsConfig als = search.chosen().als().config();
        StageOne onHistory =
                StageOne.fit(dataset, split.history(), split.fitWindow().timestampMillis(0), config, als, run);
        StageOne beforeCut = StageOne.fit(dataset, split.training(), split.cutMillis(), config, als, run);
        List<ItemScorer> baselines = beforeCut.baselines();
        int[] users = holdout.users();
        int length = Math.max(LONGEST, config.limit());
        List<RankedList> lists = beforeCut.retrieval().topItems(users, length, run.workers(), run.progress());
        List<NamedLists> sources = new ArrayList<>(List.of(new NamedLists(ALS, lists)));
        for (ItemScorer scorer : baselines) {
            sources.add(new NamedLists(
                    scorer.name(), beforeCut.retrieval(scorer).topItems(users, length, run.workers(), run.progress())));
        }
        List<RankedList> candidates =
                lists.stream().map(list -> list.top(config.limit())).toList();
        return new Retrieved(search, onHistory, beforeCut, baselines, candidates, sources);
    }
}
