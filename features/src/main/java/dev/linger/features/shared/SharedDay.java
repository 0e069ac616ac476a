package dev.linger.features.shared;

import dev.linger.features.FeatureGroup;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a group has counted of all users together, some cells only: those in which anything has been counted.
 *
 * @param columns in the order in which the group lists them
 */
record SharedDay(List<Cells> columns) implements Serializable {
    private static final long serialVersionUID = 1;

    /**
     * Some cells of a column. Counts, days and instants are whole numbers below 2^53, so doubles hold them exactly.
     *
     * @param at which cells
     * @param values one or several of each cell
     */
    record Cells(int[] at, double[] values) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** Takes out of a group what it has counted of all users together. */
    static SharedDay takenFrom(FeatureGroup group) {
        TakenCounts taken = new TakenCounts();
        group.shared(taken);
        return new SharedDay(new ArrayList<>(taken.columns()));
    }

    /** Adds it to what a group of the same kind has counted. */
    void addTo(FeatureGroup group) {
        group.shared(new AddedCounts(columns));
    }
}
