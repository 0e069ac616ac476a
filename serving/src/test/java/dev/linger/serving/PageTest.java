package dev.linger.serving;

import static dev.linger.serving.TestServer.USER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page, in a browser where there is one. */
final class PageTest {
    private static final String UNTIL =
            """
            const until = async what => { while (!what()) await new Promise(go => setTimeout(go, 5)); };
            const rows = () => [...document.querySelectorAll('tbody tr')];
            const videos = () => rows().map(row => Number(row.dataset.video));
            const said = () => document.getElementById('said').textContent;
            """;

    @TempDir
    private Path folder;

    @Test
    void a_watch_changes_the_list_that_a_browser_shows() throws Exception {
        Path model = TinyModel.write(folder.resolve("may"), 1);
        try (TestServer server = TestServer.start(TestServer.config(folder, model));
                Browser browser = Browser.open(folder.resolve("profile"))) {
            browser.goTo("http://127.0.0.1:" + server.port() + "/");
            JsonNode seen = browser.run(
                    "(async () => {" + UNTIL
                            + "document.getElementById('user').value = " + USER + ";"
                            + """
                    document.getElementById('ask').requestSubmit();
                    await until(() => rows().length === 10);
                    const before = videos(), told = said(), why = rows()[0].querySelectorAll('details li').length;
                    rows()[2].querySelector('button').click();
                    await until(() => videos().length === 10 && videos()[2] !== before[2]);
                    return {before, after: videos(), told, now: said(), why, fresh: document.querySelectorAll('tr.new').length};
                    })()""");
            assertEquals(TestServer.videos(server.list(USER, "?k=10")), longs(seen.get("after")));
            long watched = seen.get("before").get(2).longValue();
            assertFalse(longs(seen.get("after")).contains(watched));
            assertEquals(seen.get("before").get(0), seen.get("after").get(0));
            assertTrue(seen.get("told")
                    .textValue()
                    .startsWith("User " + USER + ": 10 of 30 candidates, as of 2020-09-06T"));
            assertTrue(seen.get("now").textValue().startsWith("Video " + watched + " is stored as watched."));
            assertTrue(seen.get("why").intValue() >= 1);
            assertEquals(1, seen.get("fresh").intValue());
            assertEquals(List.of(), browser.complaints());
        }
    }

    private static List<Long> longs(JsonNode array) {
        List<Long> values = new ArrayList<>();
        array.forEach(value -> values.add(value.longValue()));
        return values;
    }
}
