package dev.linger.pipeline.retrieval;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import dev.linger.features.StageOneCells;
import dev.linger.pipeline.cache.Kept;
import dev.linger.ranker.TrainedColumns;
import dev.linger.recommender.retrieval.CandidateList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How lists of candidates are kept: 4 bytes an item and a cell of what retrieval says of it. */
public final class KeptCandidates {
    /** Lists of the same columns. */
    public static final Kept<List<CandidateList>> LISTS = Kept.columns(KeptCandidates::write, KeptCandidates::read);

    private KeptCandidates() {}

    static void write(List<CandidateList> lists, ColumnWriter out) throws IOException {
        out.number(lists.size());
        if (lists.isEmpty()) {
            return;
        }
        new TrainedColumns(lists.get(0).stageOne().columns()).writeTo(out);
        for (CandidateList list : lists) {
            out.number(list.user());
            out.ints(list.items());
            out.floats(list.stageOne().values());
        }
    }

    static List<CandidateList> read(ColumnReader in) throws IOException {
        int size = in.number();
        List<CandidateList> lists = new ArrayList<>();
        if (size > 0) {
            TrainedColumns columns = TrainedColumns.readFrom(in);
            for (int at = 0; at < size; at++) {
                lists.add(new CandidateList(in.number(), in.ints(), new StageOneCells(columns.columns(), in.floats())));
            }
        }
        return List.copyOf(lists);
    }
}
