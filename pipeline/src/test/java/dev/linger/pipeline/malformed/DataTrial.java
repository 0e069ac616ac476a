package dev.linger.pipeline.malformed;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.source.DataSource;
import dev.linger.data.source.LoadedData;
import dev.linger.pipeline.config.LingerConfig;
import dev.linger.pipeline.malformed.Tally.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a variant of the sound data set in every way there is, and judges what comes of it. */
final class DataTrial {
    private static final List<String> TOLERANT = List.of("data.maxBadShare=1", "data.maxUnknownIdShare=1");

    /** One of so many is inspected too, unless all are. */
    private static final int INSPECTED = 4;

    private final Path folder;
    private int trials;
    private final LingerConfig usual =
            LingerConfig.resolve(Optional.empty(), List.of()).value();
    private final DataSource tolerant =
            LingerConfig.resolve(Optional.empty(), TOLERANT).value().data();
    private final LoadedData sound;

    /** @param folder an empty one, in which the sound files are written */
    DataTrial(Path folder) throws IOException {
        this.folder = folder;
        for (String file : SoundData.FILES) {
            Files.write(folder.resolve(file), SoundData.table(file).bytes());
        }
        sound = usual.data().read(folder, usual.watch(), Progress.SILENT);
        Map<String, byte[]> files = new HashMap<>();
        SoundData.FILES.forEach(file -> files.put(file, SoundData.table(file).bytes()));
        List<String> complaints = DataOracle.complaints(files, sound);
        if (!complaints.isEmpty() || !sound.report().hits().isEmpty()) {
            throw new IllegalStateException(
                    "the sound data set is not: " + complaints + sound.report().hits());
        }
    }

    /** The outcome of a variant; the folder is sound again afterwards. */
    Outcome of(DataVariant variant) throws IOException {
        try {
            apply(variant);
            return read(variant);
        } finally {
            mend(variant);
        }
    }

    private void apply(DataVariant variant) throws IOException {
        for (String name : variant.gone()) {
            Files.delete(folder.resolve(name));
        }
        for (String name : variant.folders()) {
            Files.createDirectory(folder.resolve(name));
        }
        for (Map.Entry<String, byte[]> file : variant.changed().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private void mend(DataVariant variant) throws IOException {
        for (String name : variant.folders()) {
            Files.delete(folder.resolve(name));
        }
        for (String name : variant.changed().keySet()) {
            Files.delete(folder.resolve(name));
        }
        for (String file : SoundData.FILES) {
            if (!Files.exists(folder.resolve(file))) {
                Files.write(folder.resolve(file), SoundData.table(file).bytes());
            }
        }
    }

    private Outcome read(DataVariant variant) {
        Outcome outcome = read(variant, tolerant);
        if (outcome == Outcome.EQUAL || outcome == Outcome.AS_WRITTEN) {
            return outcome; // where nothing is counted no share is above any limit
        }
        Outcome strict = read(variant, usual.data());
        if (outcome == Outcome.REFUSED && strict != Outcome.REFUSED) {
            throw new Fault("refused by tolerant settings only");
        }
        if (!Boolean.getBoolean("linger.slow") && trials++ % INSPECTED != 0) {
            return outcome;
        }
        try {
            usual.data().size(folder);
            tolerant.inspect(folder, Progress.SILENT);
        } catch (InputException refused) {
            check(variant, refused);
        }
        return outcome;
    }

    private Outcome read(DataVariant variant, DataSource source) {
        LoadedData loaded;
        try {
            loaded = source.read(folder, usual.watch(), Progress.SILENT);
        } catch (InputException refused) {
            check(variant, refused);
            return Outcome.REFUSED;
        }
        Map<String, byte[]> files = files(variant);
        if (variant.refused() || files == null) {
            throw new Fault("accepted");
        }
        List<String> complaints = DataOracle.complaints(files, loaded);
        if (!complaints.isEmpty()) {
            throw new Fault(complaints.size() + " complaints, the first: " + complaints.get(0));
        }
        if (!loaded.report().hits().isEmpty()) {
            return Outcome.COUNTED;
        }
        return Facts.of(loaded.dataset()).equals(Facts.of(sound.dataset())) ? Outcome.EQUAL : Outcome.AS_WRITTEN;
    }

    private void check(DataVariant variant, InputException refused) {
        String message = refused.getMessage();
        Messages.check(message, SoundData.FILES);
        boolean namesFile = message.contains(variant.file());
        boolean otherFileSuffers = SoundData.FILES.stream().anyMatch(message::contains)
                && (variant.file().equals(SoundData.USERS) || variant.file().equals(SoundData.TAGS));
        if (!namesFile && !otherFileSuffers) {
            throw new Fault("the message does not name " + variant.file() + ": " + message);
        }
        if (variant.line() > 0 && namesFile && !namesLine(message, variant.line())) {
            throw new Fault("the message does not name line " + variant.line() + ": " + message);
        }
    }

    /** Of ids that nothing describes the share is told. */
    private static boolean namesLine(String message, long line) {
        return message.contains(":" + line)
                || message.contains("line " + line)
                || message.contains("maxUnknownIdShare");
    }

    /** The unpacked bytes of each file that is there; null where one cannot be unpacked. */
    private Map<String, byte[]> files(DataVariant variant) {
        Map<String, byte[]> files = new HashMap<>();
        for (String file : SoundData.FILES) {
            byte[] packed = variant.changed().get(file + ".gz");
            if (packed != null) {
                byte[] text = SlowGzip.unpacked(packed);
                if (text == null) {
                    return null;
                }
                files.put(file, text);
            } else if (variant.changed().containsKey(file)) {
                files.put(file, variant.changed().get(file));
            } else if (!variant.gone().contains(file)) {
                files.put(file, SoundData.table(file).bytes());
            }
        }
        return files;
    }
}
