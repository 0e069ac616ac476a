package dev.linger.data.inspect;

/**
 * One statistic of a data set and of KuaiRec.
 *
 * @param of file or column it is taken from
 * @param statistic what it is
 * @param value of the data set
 * @param published of KuaiRec, NaN where none is published
 */
public record Figure(String of, String statistic, double value, double published) {
    /** By how many percent of the published value this one is above it; NaN where none is published. */
    public double differencePercent() {
        return 100 * (value / published - 1);
    }
}
