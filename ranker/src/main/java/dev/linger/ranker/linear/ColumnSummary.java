package dev.linger.ranker.linear;

/** What is found out of one column of the training rows, cell by cell. */
interface ColumnSummary {
    void add(float cell);

    /**
     * The column's terms.
     *
     * @param firstTerm its first term, if it has any
     */
    ColumnEncoding encoding(int firstTerm);
}
