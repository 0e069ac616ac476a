package dev.linger.data.parts;

import dev.linger.data.IdIndex;
import dev.linger.data.Progress;
import dev.linger.data.duration.WatchRules;
import dev.linger.data.source.DataSource;
import dev.linger.data.source.LoadedData;
import java.nio.file.Path;

/** A layout whose log can be read in parts, by the same rules and with the same counts as by {@link #read}. */
public interface PartedSource extends DataSource {
    /**
     * The data set in the directory, but that its plays stay where they are read: its log is empty. The report is that of
     * {@link #read(Path, WatchRules, Progress)}.
     *
     * @throws dev.linger.data.InputException as there
     */
    LoadedData readInParts(Path directory, WatchRules watch, LogInParts log, Progress progress);

    /** Reads parts of the log on any machine. */
    PartReader partReader(WatchRules watch, IdIndex users, IdIndex items);
}
