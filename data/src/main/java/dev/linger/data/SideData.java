package dev.linger.data;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** What a data set may tell of users and videos; {@link #PLAYS} is what every one tells. */
public enum SideData {
    /** Who played what for how long, how long it is, and when. */
    PLAYS("plays", tables -> true),
    USER_ATTRIBUTES("attributes of users", tables -> tables.userTable().columns().stream()
            .anyMatch(SideData::hasValue)),
    FRIENDS("friends of users", tables -> tables.userTable().friends().size() > 0),
    ITEM_ATTRIBUTES("attributes of videos", tables -> tables.itemTable().columns().stream()
            .anyMatch(SideData::hasValue)),
    CREATORS(
            "authors of videos", tables -> tables.itemTable().creator().stream().anyMatch(SideData::hasValue)),
    TAGS("tags of videos", tables -> tables.itemTable().tagCount() > 0),
    TOPICS("topics of videos", tables -> tables.itemTable().roles().topics().stream()
            .anyMatch(topic -> hasValue(tables.itemTable().category(topic)))),
    UPLOAD_DAYS(
            "upload days of videos",
            tables -> Arrays.stream(tables.itemTable().uploadDay()).anyMatch(day -> day != ItemTable.UNKNOWN_DAY)),
    DAILY_STATISTICS("daily statistics of videos", tables -> tables.dailyStats().size() > 0),
    /** For people to read: nothing learns from them. */
    TITLES("titles of videos", tables -> !tables.itemTable().titles().isEmpty());

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // the predicates hold nothing
    private final Predicate<SideTables> isThere;

    SideData(String words, Predicate<SideTables> isThere) {
        this.words = words;
        this.isThere = isThere;
    }

    /** What it is called in sentences. */
    public String words() {
        return words;
    }

    /** All that the tables tell at least once. */
    public static Set<SideData> in(SideTables tables) {
        Set<SideData> there = EnumSet.noneOf(SideData.class);
        for (SideData data : values()) {
            if (data.isThere.test(tables)) {
                there.add(data);
            }
        }
        return there;
    }

    private static boolean hasValue(AttributeColumn column) {
        for (int row = 0; row < column.size(); row++) {
            if (!Float.isNaN(column.value(row))) {
                return true;
            }
        }
        return false;
    }
}
