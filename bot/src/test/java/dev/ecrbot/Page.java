package dev.ecrbot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, as GitHub shows it. */
record Page(Path file, String text) {
    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

    /** Reads the page at this path from the repository's root. */
    static Page read(String path) {
        return read(ROOT.resolve(path));
    }

    private static Page read(Path file) {
        try {
            return new Page(file.normalize(), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the README and every page beside it. */
    static List<Page> all() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "site", "markdown"))) {
            return Stream.concat(Stream.of(read("README.md")), files.sorted().map(Page::read))
                    .toList();
        }
    }

    /** Returns what the pattern's first group finds, in order. */
    List<String> find(Pattern pattern) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** Returns what stands between a heading and the next of any level. */
    Page section(String heading) {
        int start = text.indexOf("\n## " + heading + "\n");
        if (start < 0) {
            throw new IllegalStateException(file + " has no section " + heading);
        }
        int end = text.indexOf("\n## ", start + 1);
        return new Page(file, text.substring(start, end < 0 ? text.length() : end));
    }

    /** Returns the links that lead to places in this repository and find nothing there. */
    List<String> brokenLinks() {
        return find(LINK).stream()
                .filter(link -> !link.startsWith("https://"))
                .filter(link -> !leadsSomewhere(link))
                .map(link -> file + ": " + link)
                .toList();
    }

    private boolean leadsSomewhere(String link) {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        return Files.exists(target) && (hash < 0 || read(target).anchors().anyMatch(link.substring(hash + 1)::equals));
    }

    /** GitHub's: in lower case, dashes for spaces, without punctuation. */
    private Stream<String> anchors() {
        return HEADING.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'));
    }
}
