package dev.linger.neural.retrieval;

import dev.linger.data.Workers;
import dev.linger.neural.Histories;
import dev.linger.neural.net.Network;
import dev.linger.neural.net.Training;
import java.util.function.IntUnaryOperator;

/** A network that gives users and videos vectors of length 1, which are near where the user likes the video. */
public interface VectorModel {
    /** All that it has learned. */
    Network network();

    /** The side of videos. */
    ItemTower items();

    /**
     * The vectors of users, one row each.
     *
     * @param plays all plays of each
     * @param inTables the user of each in the tables, or {@link dev.linger.candidates.FoldIn#NOT_IN_TABLES}
     */
    float[] userVectors(Histories plays, IntUnaryOperator inTables, Workers workers);

    /** The side of users, to be trained. */
    UserSide training(Histories plays, Training training);
}
