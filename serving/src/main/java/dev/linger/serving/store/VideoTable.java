package dev.linger.serving.store;

import dev.linger.recommender.live.LiveVideo;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of videos that were uploaded, changed or withdrawn: one row a video, the one that came last. */
final class VideoTable {
    /** Sequence numbers are never given again; a video that comes again has a new one. */
    static final String DEFINITION =
            """
            CREATE TABLE videos (
              sequence INTEGER PRIMARY KEY AUTOINCREMENT,
              video_id ANY NOT NULL UNIQUE,
              title TEXT NOT NULL,
              duration_millis INTEGER NOT NULL,
              creator TEXT NOT NULL,
              tags TEXT NOT NULL,
              withdrawn INTEGER NOT NULL
            ) STRICT""";

    private static final String COLUMNS = "video_id, title, duration_millis, creator, tags, withdrawn";
    private static final String INSERT = "INSERT OR REPLACE INTO videos (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)";
    private static final String ALL = "SELECT " + COLUMNS + " FROM videos ORDER BY sequence";
    private static final String SEPARATOR = ",";

    private VideoTable() {}

    /** Writes videos, without a commit. */
    static void insert(Connection connection, List<LiveVideo> videos) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (LiveVideo video : videos) {
                IdCell.set(insert, 1, video.id());
                insert.setString(2, video.title());
                insert.setInt(3, video.durationMillis());
                insert.setString(4, video.creator());
                insert.setString(5, video.tags().stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR)));
                insert.setInt(6, video.withdrawn() ? 1 : 0);
                insert.executeUpdate();
            }
        }
    }

    /** All videos in the order in which they came last. */
    static List<LiveVideo> all(Connection connection) throws SQLException {
        List<LiveVideo> videos = new ArrayList<>();
        try (PreparedStatement all = connection.prepareStatement(ALL);
                ResultSet rows = all.executeQuery()) {
            while (rows.next()) {
                videos.add(video(rows));
            }
        }
        return videos;
    }

    private static LiveVideo video(ResultSet row) throws SQLException {
        try {
            return new LiveVideo(
                    IdCell.get(row, 1),
                    row.getString(2),
                    Math.toIntExact(row.getLong(3)),
                    row.getString(4),
                    Stream.of(row.getString(5).split(SEPARATOR, -1))
                            .filter(tag -> !tag.isEmpty())
                            .map(Long::valueOf)
                            .toList(),
                    row.getInt(6) != 0);
        } catch (IllegalArgumentException | ArithmeticException damaged) {
            throw new SQLException("video " + row.getString(1) + " is damaged: " + damaged.getMessage(), damaged);
        }
    }
}
