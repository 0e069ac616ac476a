package dev.linger.ranker.blend;

import dev.linger.data.columns.ColumnReader;
import dev.linger.data.columns.ColumnWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An order of a blend: {@code score = sum of weight * z(part)}.
 *
 * @param name of the order
 * @param weights one for each part, {@code >= 0}
 * @param trials the quality of each part alone, then the steps that raised that of the order
 */
public record BlendMix(String name, double[] weights, List<BlendTrial> trials) {
    public BlendMix {
        if (!Arrays.stream(weights).allMatch(weight -> weight >= 0 && Double.isFinite(weight))) {
            throw new IllegalArgumentException("weights must be >= 0 and finite but were " + Arrays.toString(weights));
        }
        trials = List.copyOf(trials);
    }

    /** Writes the scores of one list, the rows {@code from..to-1}, from the parts' scores {@code [part][row]}. */
    void score(double[][] ofParts, int from, int to, double[] scores) {
        Arrays.fill(scores, from, to, 0);
        for (int part = 0; part < weights.length; part++) {
            if (weights[part] == 0) {
                continue;
            }
            double[] standardised = Arrays.copyOfRange(ofParts[part], from, to);
            BlendParts.standardise(standardised, 0, standardised.length);
            for (int row = from; row < to; row++) {
                scores[row] += weights[part] * standardised[row - from];
            }
        }
    }

    void write(ColumnWriter out) throws IOException {
        out.text(name);
        out.doubles(weights);
        out.number(trials.size());
        for (BlendTrial trial : trials) {
            out.text(trial.part());
            out.number(trial.weight());
            out.number(trial.quality());
        }
    }

    static BlendMix read(ColumnReader in) throws IOException {
        String name = in.text();
        double[] weights = in.doubles();
        List<BlendTrial> trials = new ArrayList<>();
        int size = in.number();
        for (int at = 0; at < size; at++) {
            trials.add(new BlendTrial(in.text(), in.real(), in.real()));
        }
        return new BlendMix(name, weights, trials);
    }
}
