package dev.linger.ranker;

import dev.linger.data.PlayFlags;
import dev.linger.features.FeatureSource;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows with labels to learn from.
 *
 * @param rows the feature rows, at least one
 * @param label watch ratio of each row, already capped, finite
 * @param group which list each row belongs to (one per user and day); rows of one group are consecutive
 * @param flags what else the user did with the video of each row; none of rows that are no single plays, or of data without flags
 */
public record TrainingSet(FeatureSource rows, float[] label, int[] group, PlayFlags flags) {
    /** Rows without flags. */
    public TrainingSet(FeatureSource rows, float[] label, int[] group) {
        this(rows, label, group, PlayFlags.NONE);
    }

    public TrainingSet {
        if (label.length == 0) {
            throw new IllegalArgumentException("there must be rows to learn from but there are none");
        }
        if (label.length != rows.size() || group.length != rows.size()) {
            throw new IllegalArgumentException(
                    rows.size() + " rows but " + label.length + " labels and " + group.length + " groups");
        }
        if (!flags.isEmpty() && flags.bits().length != label.length) {
            throw new IllegalArgumentException(label.length + " labels but flags of " + flags.bits().length + " rows");
        }
        for (int row = 0; row < label.length; row++) {
            if (!Float.isFinite(label[row])) {
                throw new IllegalArgumentException("label of row " + row + " must be finite but was " + label[row]);
            }
        }
        requireConsecutive(group);
    }

    public int size() {
        return label.length;
    }

    /** These rows and, after them, later ones with the same columns, whose groups stay apart from these. */
    public TrainingSet and(TrainingSet later) {
        int firstGroup = Arrays.stream(group).max().orElse(-1) + 1;
        float[] labels = Arrays.copyOf(label, size() + later.size());
        System.arraycopy(later.label, 0, labels, size(), later.size());
        int[] groups = Arrays.copyOf(group, size() + later.size());
        for (int row = 0; row < later.size(); row++) {
            groups[size() + row] = firstGroup + later.group[row];
        }
        return new TrainingSet(rows.and(later.rows), labels, groups, flags.and(later.flags));
    }

    /** The rows {@code from..to-1}. */
    public TrainingSet range(int from, int to) {
        if (from == 0 && to == size()) {
            return this;
        }
        int[] picked = IntStream.range(from, to).toArray();
        return new TrainingSet(
                rows.pick(picked),
                Arrays.copyOfRange(label, from, to),
                Arrays.copyOfRange(group, from, to),
                flags.rows(picked));
    }

    /** The same rows with other labels. */
    public TrainingSet withLabels(float[] labels) {
        return new TrainingSet(rows, labels, group, flags);
    }

    /** The same rows with other flags. */
    public TrainingSet withFlags(PlayFlags others) {
        return new TrainingSet(rows, label, group, others);
    }

    /** The number of rows of each group among the rows {@code from..to-1}, in their order. */
    public int[] groupSizes(int from, int to) {
        int[] of = Arrays.copyOfRange(group, from, to);
        int[] starts = groupStarts(of);
        int[] sizes = new int[starts.length];
        for (int at = 0; at < starts.length; at++) {
            sizes[at] = (at + 1 < starts.length ? starts[at + 1] : of.length) - starts[at];
        }
        return sizes;
    }

    private static void requireConsecutive(int[] group) {
        int[] ids = Arrays.stream(groupStarts(group))
                .map(row -> group[row])
                .sorted()
                .toArray();
        for (int at = 1; at < ids.length; at++) {
            if (ids[at] == ids[at - 1]) {
                throw new IllegalArgumentException("rows of group " + ids[at] + " are not consecutive");
            }
        }
    }

    private static int[] groupStarts(int[] group) {
        int[] starts = new int[group.length];
        int count = 0;
        for (int row = 0; row < group.length; row++) {
            if (row == 0 || group[row] != group[row - 1]) {
                starts[count++] = row;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
