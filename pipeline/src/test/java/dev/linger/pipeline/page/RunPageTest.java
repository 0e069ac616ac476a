package dev.linger.pipeline.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.linger.pipeline.experiment.FinishedRun;
import dev.linger.pipeline.report.Cell;
import dev.linger.pipeline.report.Column;
import dev.linger.pipeline.report.ResultTable;
import dev.linger.pipeline.run.RunSummary;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

final class RunPageTest {
    private static final Set<String> FIGURES = Set.of(
            "stages",
            "losses",
            "cutoffs",
            "exposed",
            "coverage",
            "popularity",
            "recall",
            "marginal",
            "loss",
            "ranker-rounds-lightgbm-regression-l1",
            "ranker-importance-lightgbm-binary-of-candidates",
            "calibration",
            "errors-duration",
            "errors-plays-before-the-cut",
            "skew",
            "seconds",
            "memory");

    private static final Pattern FIGURE = Pattern.compile("<figure id=\"([^\"]+)\">(.*?)</figure>", Pattern.DOTALL);

    @Test
    void a_run_has_a_page_with_every_figure_and_every_table() {
        FinishedRun run = FinishedRun.ofTopics();
        String page = run.text("report.html");
        Set<String> missing = new TreeSet<>(FIGURES);
        missing.removeAll(figures(page));
        assertEquals(Set.of(), missing);
        assertEquals(figures(page).stream().distinct().count(), figures(page).size(), "ids are unique");
        run.files().keySet().stream()
                .filter(file -> file.matches("tables/.*\\.json"))
                .map(file -> file.substring("tables/".length(), file.length() - ".json".length()))
                .forEach(table -> assertTrue(page.contains("id=\"t-" + table + "\""), table));
    }

    @Test
    void it_needs_no_network_and_runs_no_script() {
        String page = FinishedRun.ofTopics().text("report.html");
        assertFalse(page.contains("<script") || page.contains("javascript:"), "a script");
        assertFalse(page.matches("(?s).*(src|href)=\"(https?:)?//.*"), "a reference to elsewhere");
    }

    @Test
    void every_drawing_is_well_formed_has_marks_and_says_what_it_shows() throws Exception {
        String page = FinishedRun.ofTopics().text("report.html");
        Matcher figure = FIGURE.matcher(page);
        while (figure.find()) {
            String svg = figure.group(2)
                    .substring(figure.group(2).indexOf("<svg"), figure.group(2).indexOf("</svg>") + 6);
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
            assertTrue(svg.contains("<rect") || svg.contains("<path"), figure.group(1));
            assertTrue(svg.contains("<title") && svg.contains("<desc"), figure.group(1));
            assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
            assertTrue(figure.group(2).contains("<figcaption>"), figure.group(1));
        }
    }

    @Test
    void text_of_users_is_text() {
        String nasty = "<script>alert('1')</script> & \"x\"";
        RunSummary summary = new RunSummary(
                nasty,
                nasty,
                nasty,
                List.of("NDCG@10"),
                10,
                nasty,
                0,
                nasty,
                List.of(new RunSummary.Rule("r", "r", 1, 1, 0, 0)));
        ResultTable table = new ResultTable(
                "stages-end-to-end-r",
                nasty,
                null,
                List.of(Column.text("system"), Column.decimal("NDCG@10", 4), Column.interval("95% interval", 4)),
                List.of(List.of(Cell.of(nasty), Cell.of(0.5), Cell.of(Double.NaN, Double.NaN))),
                List.of(nasty));
        String page = RunPage.of(summary, List.of(table), List.of()).html();
        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;x&quot;"), page);
    }

    @Test
    void a_browser_draws_every_figure_and_logs_no_error() throws Exception {
        Path browser = Path.of("/usr/bin/chromium");
        assumeTrue(Files.isExecutable(browser), "there is no chromium");
        Path page = FinishedRun.ofTopics().folder().resolve("report.html").toAbsolutePath();
        Path errors = Files.createTempFile("browser", ".log");
        Process process = new ProcessBuilder(
                        browser.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--enable-logging=stderr",
                        "--dump-dom",
                        page.toUri().toString())
                .redirectError(errors.toFile())
                .start();
        String dom = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals(figures(text(page)), figures(dom));
        assertFalse(text(errors).contains("CONSOLE"), text(errors));
        Files.delete(errors);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    private static List<String> figures(String page) {
        return FIGURE.matcher(page).results().map(found -> found.group(1)).toList();
    }
}
