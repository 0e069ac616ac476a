package dev.linger.pipeline.evaluation;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the sources of candidates find, and their union.
 *
 * @param all in their order
 * @param union of the candidates themselves
 */
public record CandidateSources(List<CandidateSource> all, CandidateCeiling union) {
    public CandidateSources {
        all = List.copyOf(all);
    }

    public void write(ColumnWriter out) throws IOException {
        out.number(all.size());
        for (CandidateSource source : all) {
            out.text(source.name());
            out.number(source.quota());
            source.own().write(out);
            source.unionWithout().write(out);
        }
        union.write(out);
    }

    /** What {@link #write} wrote. */
    public static CandidateSources read(ColumnReader in) throws IOException {
        List<CandidateSource> all = new ArrayList<>();
        int size = in.number();
        for (int at = 0; at < size; at++) {
            all.add(new CandidateSource(in.text(), in.number(), CandidateCeiling.read(in), CandidateCeiling.read(in)));
        }
        return new CandidateSources(all, CandidateCeiling.read(in));
    }
}
