package dev.linger.pipeline.run;

import dev.linger.pipeline.cli.Linger;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Linger in a process of its own that writes to a terminal of 80 columns, which {@code script} of util-linux makes.
 *
 * @param printed all that the terminal was sent, results and progress
 */
public record PseudoTerminal(int exitCode, String printed) {
    private static final int COLUMNS = 80;
    private static final String STEERING = "\u001b\\[[0-9;?]*[A-Za-z]";

    /** A path is not broken where it is too long, as it is to be copied. */
    private static final String LONG_PATH = "(.* )?\\S*/\\S{40,}.*";

    /** Whether this machine can make one. */
    public static boolean isThere() {
        try {
            Process version = new ProcessBuilder("script", "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return version.waitFor() == 0 && said.contains("util-linux");
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Runs it with these arguments, on the class path of the test. */
    public static PseudoTerminal of(List<String> arguments) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "stty cols " + COLUMNS + " && exec '" + java + "' -cp \"$CLASSES\" " + Linger.class.getName()
                + arguments.stream().map(argument -> " '" + argument + "'").collect(Collectors.joining());
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null");
        builder.environment().put("CLASSES", System.getProperty("java.class.path"));
        builder.redirectInput(new File("/dev/null")).redirectErrorStream(true);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new PseudoTerminal(process.waitFor(), printed);
    }

    /** Lines of which some character stood right of the last column. */
    public List<String> linesThatWrap() {
        List<String> wrapping = new ArrayList<>();
        for (String line : printed.replaceAll(STEERING, "").split("\n", -1)) {
            for (String shown : line.split("\r", -1)) {
                if (shown.length() > COLUMNS && !shown.matches(LONG_PATH)) {
                    wrapping.add(shown);
                }
            }
        }
        return wrapping;
    }
}
