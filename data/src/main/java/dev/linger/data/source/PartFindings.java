package dev.linger.data.source;

import dev.linger.data.source.DataReport.Example;
import dev.linger.data.source.DataReport.RuleHit;
import java.io.Serializable;
import java.util.List;

/**
 * What the rules found in a part of a file, whose lines are numbered from 1.
 *
 * @param hits the rules that hit a row
 * @param unreadable the first of the rows that cannot be read
 * @param unreadableRows how many there are of these
 */
public record PartFindings(
        List<RuleHit> hits, List<Unreadable> unreadable, long rowsRead, long rowsDropped, long unreadableRows)
        implements Serializable {
    private static final long serialVersionUID = 1;

    public PartFindings {
        hits = List.copyOf(hits);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * A row that cannot be read.
     *
     * @param rule the name of the rule that says so
     */
    public record Unreadable(Example example, String rule) implements Serializable {
        private static final long serialVersionUID = 1;

        Unreadable movedBy(long lines) {
            return new Unreadable(example.movedBy(lines), rule);
        }

        @Override
        public String toString() {
            return example + " (" + rule + ")";
        }
    }
}
