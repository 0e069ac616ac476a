package dev.linger.features.replay;

import dev.linger.data.AttributeColumn;
import dev.linger.data.Dataset;
import dev.linger.data.InteractionLog;
import dev.linger.data.duration.WatchQuantiles;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Every cell from nothing but the rows of the log that it may know, read again for each one: slow and obvious. */
record SlowFeatures(Dataset dataset, WatchQuantiles quantiles, double priorPlays, double ratioCap) {
    /** Of a row that knows the days before its own. */
    double cell(String column, int user, int item, int asOfDay) {
        return cell(column, user, item, asOfDay, row -> log().day(row) < asOfDay);
    }

    /** Of a row that knows every play before its instant; days are whole days before its own. */
    double cellAt(String column, int user, int item, int asOfDay, long millis) {
        return cell(column, user, item, asOfDay, row -> log().timestampMillis(row) < millis);
    }

    private double cell(String column, int user, int item, int asOfDay, IntPredicate isKnown) {
        int[] all = rows(isKnown, row -> true);
        int[] ofUser = rows(isKnown, row -> log().user(row) == user);
        int[] ofItem = rows(isKnown, row -> log().item(row) == item);
        for (String kind : new String[] {"author", "tag", "second_category", "third_category"}) {
            if (column.startsWith("user_" + kind + "_")) {
                String of = column.substring(("user_" + kind + "_").length());
                return ofUserAndValues(of, kind, item, ofUser, all, asOfDay);
            }
            if (column.startsWith(kind + "_")) {
                int[] values = values(kind, item);
                return Arrays.stream(values)
                        .mapToDouble(value -> watched(
                                column.substring(kind.length() + 1),
                                rows(isKnown, row -> has(kind, row, value)),
                                all,
                                asOfDay))
                        .average()
                        .orElse(Double.NaN);
            }
        }
        if (column.startsWith("user_bucket_")) {
            return ofUserAndBucket(column.substring("user_bucket_".length()), item, ofUser, ofItem, all);
        }
        if (column.startsWith("friends")) {
            int[] friends = SmallWorld.FRIENDS[user];
            return friends.length == 0 ? Double.NaN : ofFriends(column, friends, ofItem, asOfDay);
        }
        if (column.startsWith("seen_")) {
            return seen(column, only(ofUser, row -> log().item(row) == item), asOfDay);
        }
        if (column.startsWith("user_")) {
            return watched(column.substring("user_".length()), ofUser, all, asOfDay);
        }
        return watched(column.substring("item_".length()), ofItem, all, asOfDay);
    }

    private double watched(String of, int[] rows, int[] all, int asOfDay) {
        int days = of.matches(".*_[137]d") ? of.charAt(of.length() - 2) - '0' : 0;
        int[] recent = lastDays(rows, asOfDay, days);
        int[] last20 = Arrays.copyOfRange(rows, Math.max(0, rows.length - 20), rows.length);
        double mean = shrunk(rows, this::capped, mean(all, this::capped));
        double completion = shrunk(rows, this::complete, mean(all, this::complete));
        double skipRate = shrunk(rows, this::skip, mean(all, this::skip));
        double quantile = shrunk(rows, this::quantile, .5);
        double highShare = shrunk(rows, this::high, .2);
        return switch (of) {
            case "plays" -> rows.length;
            case "mean_ratio" -> mean;
            case "completion" -> completion;
            case "skip_rate" -> skipRate;
            case "median_ratio" -> median(rows, all);
            case "ratio_sd" ->
                Math.sqrt(Math.max(0, shrunk(rows, this::square, mean(all, this::square)) - mean * mean));
            case "days_since_last" -> daysSince(rows, asOfDay);
            case "plays_1d", "plays_3d", "plays_7d" -> recent.length;
            case "mean_ratio_1d", "mean_ratio_3d", "mean_ratio_7d" -> shrunk(recent, this::capped, mean);
            case "completion_1d", "completion_3d", "completion_7d" -> shrunk(recent, this::complete, completion);
            case "log_liked_1d", "log_liked_3d", "log_liked_7d" -> Math.log(1 + sum(recent, this::liked));
            case "liked_decayed_1d" -> decayed(rows, this::liked, 1, asOfDay);
            case "liked_decayed_2d" -> decayed(rows, this::liked, 2, asOfDay);
            case "mean_ratio_last_20" -> shrunk(last20, this::capped, mean);
            case "completion_last_20" -> shrunk(last20, this::complete, completion);
            case "skip_rate_last_20" -> shrunk(last20, this::skip, skipRate);
            case "completion_trend" ->
                watched("completion_1d", rows, all, asOfDay) - watched("completion_7d", rows, all, asOfDay);
            case "play_share_1d" -> (double) lastDays(rows, asOfDay, 1).length / lastDays(all, asOfDay, 1).length;
            case "play_share_growth" -> {
                double share = (double) lastDays(rows, asOfDay, 7).length / lastDays(all, asOfDay, 7).length;
                yield Math.log(
                        (1.0 + lastDays(rows, asOfDay, 1).length) / (1 + share * lastDays(all, asOfDay, 1).length));
            }
            case "quantile" -> quantile;
            case "high_share" -> highShare;
            case "quantile_3d" -> shrunk(recent, this::quantile, quantile);
            case "high_share_3d" -> shrunk(recent, this::high, highShare);
            case "high_decayed_1d" -> decayed(rows, this::high, 1, asOfDay);
            default -> throw new IllegalArgumentException(of);
        };
    }

    private double ofUserAndValues(String of, String kind, int item, int[] ofUser, int[] all, int asOfDay) {
        int[] values = values(kind, item);
        if (of.equals("days_since_last")) {
            return daysSince(
                    only(ofUser, row -> Arrays.stream(values).anyMatch(value -> has(kind, row, value))), asOfDay);
        }
        return Arrays.stream(values)
                .mapToDouble(value -> ofPair(of, only(ofUser, row -> has(kind, row, value)), ofUser, all))
                .average()
                .orElse(Double.NaN);
    }

    private double ofUserAndBucket(String of, int item, int[] ofUser, int[] ofItem, int[] all) {
        double duration = dataset.itemTable().durationMillis()[item];
        if (Double.isNaN(duration)) {
            if (ofItem.length == 0) {
                return Double.NaN;
            }
            duration = log().durationMillis(ofItem[ofItem.length - 1]);
        }
        int bucket = quantiles.buckets().of(duration);
        return ofPair(
                of, only(ofUser, row -> quantiles.buckets().of(log().durationMillis(row)) == bucket), ofUser, all);
    }

    /** A statistic of some of a user's plays, shrunk to that of all of the user's, which is shrunk to all plays. */
    private double ofPair(String of, int[] rows, int[] ofUser, int[] all) {
        return switch (of) {
            case "plays" -> rows.length;
            case "mean_ratio" -> shrunk(rows, this::capped, shrunk(ofUser, this::capped, mean(all, this::capped)));
            case "completion" ->
                shrunk(rows, this::complete, shrunk(ofUser, this::complete, mean(all, this::complete)));
            case "quantile" -> shrunk(rows, this::quantile, shrunk(ofUser, this::quantile, .5));
            default -> throw new IllegalArgumentException(of);
        };
    }

    private double seen(String column, int[] rows, int asOfDay) {
        return switch (column) {
            case "seen_plays" -> rows.length;
            case "seen_last_ratio" -> rows.length == 0 ? Double.NaN : capped(rows[rows.length - 1]);
            case "seen_days_since" -> daysSince(rows, asOfDay);
            default -> throw new IllegalArgumentException(column);
        };
    }

    private double ofFriends(String column, int[] friends, int[] ofItem, int asOfDay) {
        int[] rows = only(ofItem, row -> Arrays.stream(friends).anyMatch(friend -> friend == log().user(row)));
        return switch (column) {
            case "friends" -> friends.length;
            case "friends_played" ->
                Arrays.stream(rows).map(row -> log().user(row)).distinct().count();
            case "friends_mean_ratio" -> mean(rows, this::capped);
            case "friends_days_since_last" -> daysSince(rows, asOfDay);
            default -> throw new IllegalArgumentException(column);
        };
    }

    private InteractionLog log() {
        return dataset.log();
    }

    private int[] rows(IntPredicate isKnown, IntPredicate which) {
        return IntStream.range(0, log().size()).filter(isKnown).filter(which).toArray();
    }

    private static int[] only(int[] rows, IntPredicate which) {
        return Arrays.stream(rows).filter(which).toArray();
    }

    private int[] lastDays(int[] rows, int asOfDay, int days) {
        return only(rows, row -> log().day(row) >= asOfDay - days && log().day(row) < asOfDay);
    }

    private boolean has(String kind, int row, int value) {
        return Arrays.stream(values(kind, log().item(row))).anyMatch(other -> other == value);
    }

    private int[] values(String kind, int item) {
        if (kind.equals("tag")) {
            return dataset.itemTable().tags()[item];
        }
        String name = kind.equals("author") ? "author_id" : kind.replace("_category", "_level_category_id");
        for (AttributeColumn column : dataset.itemTable().columns()) {
            if (column.name().equals(name)) {
                float code = column.value(item);
                return Float.isNaN(code) ? new int[0] : new int[] {(int) code};
            }
        }
        throw new IllegalArgumentException(name);
    }

    private double capped(int row) {
        return Math.min(log().watchRatio(row), ratioCap);
    }

    private double square(int row) {
        return capped(row) * capped(row);
    }

    private double complete(int row) {
        return log().watchRatio(row) >= 1 ? 1 : 0;
    }

    private double skip(int row) {
        return log().watchRatio(row) < .2 ? 1 : 0;
    }

    private double liked(int row) {
        return log().watchRatio(row) > 1 ? 1 : 0;
    }

    private double quantile(int row) {
        return quantiles.of(log().durationMillis(row), log().watchRatio(row));
    }

    private double high(int row) {
        return quantile(row) > .8 ? 1 : 0;
    }

    private double daysSince(int[] rows, int asOfDay) {
        return rows.length == 0 ? Double.NaN : asOfDay - log().day(rows[rows.length - 1]);
    }

    private static double sum(int[] rows, IntToDoubleFunction of) {
        return Arrays.stream(rows).mapToDouble(of).sum();
    }

    private static double mean(int[] rows, IntToDoubleFunction of) {
        return sum(rows, of) / rows.length;
    }

    private double shrunk(int[] rows, IntToDoubleFunction of, double parent) {
        return (sum(rows, of) + priorPlays * parent) / (rows.length + priorPlays);
    }

    private double decayed(int[] rows, IntToDoubleFunction of, double halfLife, int asOfDay) {
        return sum(rows, row -> of.applyAsDouble(row) * Math.pow(.5, (asOfDay - log().day(row)) / halfLife));
    }

    /** Of a histogram of 32 bins to which all plays add priorPlays plays; where it passes one half, straight in the bin. */
    private double median(int[] rows, int[] all) {
        double width = ratioCap / 32;
        double half = (rows.length + priorPlays) / 2;
        double below = 0;
        for (int bin = 0; bin < 32; bin++) {
            int at = bin;
            IntPredicate inBin = row -> Math.min(31, (int) (capped(row) / ratioCap * 32)) == at;
            double inside = only(rows, inBin).length + priorPlays / all.length * only(all, inBin).length;
            if (inside > 0 && below + inside >= half) {
                return width * (bin + (half - below) / inside);
            }
            below += inside;
        }
        return Double.NaN;
    }
}
