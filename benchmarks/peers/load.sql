-- The files of a data set in the layout of KuaiRec, in memory: the columns that Linger reads, each with its type.
-- Rows that cannot be read are left out, as Linger leaves them out.

CREATE TABLE big_matrix AS
SELECT * EXCLUDE (time) FROM read_csv('big_matrix.csv', header = true, ignore_errors = true, columns = {
    'user_id': 'INTEGER', 'video_id': 'INTEGER', 'play_duration': 'INTEGER', 'video_duration': 'INTEGER',
    'time': 'TIMESTAMP', 'date': 'INTEGER', 'timestamp': 'DOUBLE', 'watch_ratio': 'DOUBLE'});

CREATE TABLE small_matrix AS
SELECT * EXCLUDE (time) FROM read_csv('small_matrix.csv', header = true, ignore_errors = true, columns = {
    'user_id': 'INTEGER', 'video_id': 'INTEGER', 'play_duration': 'INTEGER', 'video_duration': 'INTEGER',
    'time': 'TIMESTAMP', 'date': 'DOUBLE', 'timestamp': 'DOUBLE', 'watch_ratio': 'DOUBLE'});

CREATE TABLE daily AS
SELECT video_id, date, author_id, video_type, upload_dt, upload_type, video_duration, video_width, video_height, music_id,
    video_tag_id, show_cnt, play_cnt, play_duration, complete_play_cnt, valid_play_cnt, long_time_play_cnt,
    short_time_play_cnt, play_progress, like_cnt, comment_cnt, follow_cnt, share_cnt
FROM read_csv('item_daily_features.csv', header = true);

CREATE TABLE users AS SELECT * FROM read_csv('user_features.csv', header = true);

CREATE TABLE categories AS SELECT * FROM read_csv('item_categories.csv', header = true);

CREATE TABLE captions AS
SELECT * FROM read_csv('kuairec_caption_category.csv', header = true, ignore_errors = true, strict_mode = false);

CREATE TABLE friends AS SELECT * FROM read_csv('social_network.csv', header = true);

SELECT (SELECT count(*) FROM big_matrix) AS big_matrix, (SELECT count(*) FROM small_matrix) AS small_matrix,
    (SELECT count(*) FROM daily) AS daily;
