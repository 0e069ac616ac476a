package dev.linger.recommender.live;

import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Numbers of users: those of the tables, and after them those of whom plays were observed, in the order of their first. */
final class UserNumbers {
    /** Number of a user of whom nothing is known. */
    static final int NOBODY = -1;

    private final IdIndex known;
    private final Map<Id, Integer> others = new LinkedHashMap<>();

    UserNumbers(IdIndex known) {
        this.known = known;
    }

    /** The number of a user; {@link #NOBODY} where there is none. */
    int find(Id user) {
        int number = known.indexOf(user);
        return number == IdIndex.UNKNOWN ? others.getOrDefault(user, NOBODY) : number;
    }

    /** The number of a user, who is given one where there is none. */
    int add(Id user) {
        int number = known.indexOf(user);
        return number == IdIndex.UNKNOWN ? others.computeIfAbsent(user, id -> known.size() + others.size()) : number;
    }

    boolean isOfTables(int user) {
        return user >= 0 && user < known.size();
    }

    /** Those that the tables do not have, in the order of their numbers. */
    Collection<Id> others() {
        return others.keySet();
    }
}
