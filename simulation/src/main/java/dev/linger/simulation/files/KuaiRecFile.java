package dev.linger.simulation.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/** The files of the data set and their columns. */
public enum KuaiRecFile {
    BIG_MATRIX("big_matrix.csv", Columns.LOG),
    SMALL_MATRIX("small_matrix.csv", Columns.LOG),
    USER_FEATURES("user_features.csv", Columns.USER),
    ITEM_CATEGORIES("item_categories.csv", "video_id,feat"),
    ITEM_DAILY_FEATURES("item_daily_features.csv", Columns.DAILY),
    SOCIAL_NETWORK("social_network.csv", "user_id,friend_list"),
    CAPTION_CATEGORY("kuairec_caption_category.csv", Columns.CAPTION);

    private final String fileName;
    private final String header;

    KuaiRecFile(String fileName, String header) {
        this.fileName = fileName;
        this.header = header;
    }

    public String fileName() {
        return fileName;
    }

    public List<String> columns() {
        return List.of(header.split(",", -1));
    }

    /** A new file in the directory with the header written; fields with a comma are quoted, lines end in LF. */
    CsvWriter create(Path directory) throws IOException {
        CsvWriter writer = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(directory.resolve(fileName), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        writer.writeRecord(columns());
        return writer;
    }

    /** A list as the files write it: [27, 9]. */
    static String listText(int[] numbers) {
        return Arrays.toString(numbers);
    }

    private static final class Columns {
        static final String LOG = "user_id,video_id,play_duration,video_duration,time,date,timestamp,watch_ratio";
        static final String USER = "user_id,user_active_degree,is_lowactive_period,is_live_streamer,is_video_author,"
                + "follow_user_num,follow_user_num_range,fans_user_num,fans_user_num_range,friend_user_num,"
                + "friend_user_num_range,register_days,register_days_range,onehot_feat0,onehot_feat1,onehot_feat2,"
                + "onehot_feat3,onehot_feat4,onehot_feat5,onehot_feat6,onehot_feat7,onehot_feat8,onehot_feat9,"
                + "onehot_feat10,onehot_feat11,onehot_feat12,onehot_feat13,onehot_feat14,onehot_feat15,onehot_feat16,"
                + "onehot_feat17";
        static final String DAILY = "video_id,date,author_id,video_type,upload_dt,upload_type,visible_status,"
                + "video_duration,video_width,video_height,music_id,video_tag_id,video_tag_name,show_cnt,show_user_num,"
                + "play_cnt,play_user_num,play_duration,complete_play_cnt,complete_play_user_num,valid_play_cnt,"
                + "valid_play_user_num,long_time_play_cnt,long_time_play_user_num,short_time_play_cnt,"
                + "short_time_play_user_num,play_progress,comment_stay_duration,like_cnt,like_user_num,click_like_cnt,"
                + "double_click_cnt,cancel_like_cnt,cancel_like_user_num,comment_cnt,comment_user_num,"
                + "direct_comment_cnt,reply_comment_cnt,delete_comment_cnt,delete_comment_user_num,comment_like_cnt,"
                + "comment_like_user_num,follow_cnt,follow_user_num,cancel_follow_cnt,cancel_follow_user_num,share_cnt,"
                + "share_user_num,download_cnt,download_user_num,report_cnt,report_user_num,reduce_similar_cnt,"
                + "reduce_similar_user_num,collect_cnt,collect_user_num,cancel_collect_cnt,cancel_collect_user_num";
        static final String CAPTION = "video_id,manual_cover_text,caption,topic_tag,first_level_category_id,"
                + "first_level_category_name,second_level_category_id,second_level_category_name,"
                + "third_level_category_id,third_level_category_name";
    }
}
