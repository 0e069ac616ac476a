package dev.linger.simulation.files;

import java.util.List;

/** Names of the tags as the app shows them: the first category level of the captions. */
final class TagNames {
    private static final List<String> NAMES = List.of(
            "随拍", "舞蹈", "音乐", "游戏", "美妆", "时尚", "明星娱乐", "运动", "颜值", "喜剧", "旅游", "生活", "美食", "三农", "教育", "艺术", "健康",
            "宠物", "汽车", "情感", "二次元", "人文", "财经", "时政资讯", "星座命理", "亲子", "摄影", "高新数码", "民生资讯", "科学", "家居");

    private TagNames() {}

    static String of(int tag) {
        return NAMES.get(tag);
    }
}
