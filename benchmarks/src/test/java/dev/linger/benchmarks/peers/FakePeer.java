package dev.linger.benchmarks.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Stands for a side: prints its arguments, each on a line, and fails where the last one is "fail". */
final class FakePeer {
    private FakePeer() {}

    public static void main(String[] args) {
        for (String line : args) {
            System.out.println(line);
        }
        if (args[args.length - 1].equals("fail")) {
            System.exit(3);
        }
    }

    /** Starts it with these lines. */
    static List<String> printing(String... lines) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                JavaCommand.classPath(),
                FakePeer.class.getName()));
        command.addAll(List.of(lines));
        return command;
    }
}
