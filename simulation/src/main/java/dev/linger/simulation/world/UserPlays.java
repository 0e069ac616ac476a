package dev.linger.simulation.world;

/** The plays of one user in order of time, in columns. */
public final class UserPlays {
    private final int[] video;
    private final int[] playMillis;
    private final int[] day;
    private final int[] millisOfDay;
    private int size;

    UserPlays(int capacity) {
        this.video = new int[capacity];
        this.playMillis = new int[capacity];
        this.day = new int[capacity];
        this.millisOfDay = new int[capacity];
    }

    void add(int shownVideo, int play, int dayOfLog, int time) {
        video[size] = shownVideo;
        playMillis[size] = play;
        day[size] = dayOfLog;
        millisOfDay[size] = time;
        size++;
    }

    public int size() {
        return size;
    }

    public int video(int row) {
        return video[row];
    }

    public int playMillis(int row) {
        return playMillis[row];
    }

    public int day(int row) {
        return day[row];
    }

    public int millisOfDay(int row) {
        return millisOfDay[row];
    }
}
