package dev.linger.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Stands in for linger.jar: generates one file that says the scale, and runs leave a manifest whose times go with it. */
final class FakeLinger {
    private FakeLinger() {}

    public static void main(String[] args) throws IOException {
        List<String> arguments = List.of(args);
        Path out = Path.of(after(arguments, "--out"));
        if (arguments.get(0).equals("generate")) {
            Files.createDirectories(out);
            Files.writeString(out.resolve("scale"), after(arguments, "--scale"));
            return;
        }
        if (arguments.contains("--fail")) {
            System.err.println("linger: something is wrong with the data");
            System.exit(2);
        }
        double scale = Double.parseDouble(
                Files.readString(Path.of(after(arguments, "--data")).resolve("scale")));
        Path run = Files.createDirectories(out.resolve("20261121-120000-default"));
        Files.writeString(run.resolve("manifest.json"), manifest(scale));
    }

    private static String after(List<String> arguments, String option) {
        return arguments.get(arguments.indexOf(option) + 1);
    }

    /** load takes 2 s * scale and train 3 s * scale^2. */
    static String manifest(double scale) {
        return """
                {"build": {"version": "1", "revision": "abc"}, "machine": {"java": "17", "maxHeapMiB": 512}, "threads": 2,
                 "stages": [
                  {"name": "load", "seconds": %s, "peakHeapMiB": 100, "peakResidentMiB": 150,
                   "counts": {"plays": %d, "users": 70, "videos": 100}},
                  {"name": "train", "seconds": %s, "peakHeapMiB": 90, "peakResidentMiB": 160, "counts": {}}]}
                """
                .formatted(2 * scale, Math.round(1_000 * scale), 3 * scale * scale);
    }
}
