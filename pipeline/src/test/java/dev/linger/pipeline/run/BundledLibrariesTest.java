package dev.linger.pipeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every library in linger.jar has its licence there. */
final class BundledLibrariesTest {
    private static final String FOLDER = "/META-INF/licenses/";

    @Test
    void every_bundled_library_is_listed_and_no_other() throws IOException {
        assertEquals(bundled(), listed().stream().map(columns -> columns.get(0)).toList());
    }

    @Test
    void the_text_of_every_licence_is_in_the_jar() throws IOException {
        for (List<String> columns : listed()) {
            String artifact = columns.get(0).replaceFirst(".*:", "");
            boolean isShared = getClass().getResource(FOLDER + columns.get(1) + ".txt") != null;
            String own = FOLDER + artifact + "-jar/LICENSE";
            assertNotNull(isShared ? "" : getClass().getResource(own), columns + ": no text of the licence");
        }
    }

    @Test
    void notices_that_come_with_a_library_stay_with_it() {
        Stream.of("jackson-core-jar/META-INF/NOTICE", "commons-math3-jar/META-INF/NOTICE.txt")
                .forEach(notice -> assertNotNull(getClass().getResource(FOLDER + notice), notice));
    }

    /** "group:artifact" of what the build resolved, in the build's order. */
    private List<String> bundled() throws IOException {
        return lines("bundled.txt")
                .map(String::strip)
                .filter(line -> line.contains(":jar:"))
                .map(line -> line.replaceFirst(":jar:.*", ""))
                .toList();
    }

    private List<List<String>> listed() throws IOException {
        return lines("THIRD-PARTY.txt")
                .filter(line -> line.contains(" | "))
                .map(line -> List.of(line.split(" \\| ", -1)))
                .toList();
    }

    private Stream<String> lines(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(FOLDER + name), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }
}
