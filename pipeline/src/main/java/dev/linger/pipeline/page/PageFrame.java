package dev.linger.pipeline.page;

import dev.linger.pipeline.page.chart.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * What every page has around its parts.
 *
 * @param title its heading
 * @param intro a sentence or two below it
 * @param parts at least one
 * @param end a sentence at the bottom
 */
record PageFrame(String title, String intro, List<Part> parts, String end) {
    /**
     * One part of a page.
     *
     * @param id in kebab-case, unique on the page
     */
    record Part(String id, String title, String html) {}

    String html() {
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<title>"
                + Html.escaped(title) + " - Linger</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n"
                + "<a class=\"skip\" href=\"#" + parts.get(0).id() + "\">To the results</a>\n<header>\n<h1>"
                + Html.escaped(title) + "</h1>\n<p>" + Html.escaped(intro) + "</p>\n<nav aria-label=\"Parts\">");
        parts.forEach(part -> html.append("<a href=\"#" + part.id() + "\">" + Html.escaped(part.title()) + "</a> "));
        html.append("</nav>\n</header>\n<main>\n");
        for (Part part : parts) {
            html.append("<section id=\"" + part.id() + "\" aria-labelledby=\"" + part.id() + "-h\">\n<h2 id=\""
                    + part.id() + "-h\">" + Html.escaped(part.title()) + "</h2>\n" + part.html() + "</section>\n");
        }
        return html.append("</main>\n<footer>Made by Linger. " + Html.escaped(end) + "</footer>\n</body>\n</html>\n")
                .toString();
    }

    private static String style() {
        try (InputStream in = PageFrame.class.getResourceAsStream("page.css")) {
            return new String(Objects.requireNonNull(in, "page.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
