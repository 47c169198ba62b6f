package dev.ecrbot.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes results as CI servers read them: a suite for each file, a case for each test.
 *
 * @see <a href="https://github.com/testmoapp/junitxml">JUnit XML: the elements that CI servers read</a>
 */
final class JunitReport {
    private JunitReport() {}

    static String of(List<TestCommand.Result> results) {
        var suites = results.stream()
                .collect(Collectors.groupingBy(TestCommand.Result::file, LinkedHashMap::new, Collectors.toList()));
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuites").append(counts(results)).append(">\n");
        suites.forEach((file, cases) -> {
            xml.append("  <testsuite name=\"")
                    .append(text(file))
                    .append('"')
                    .append(counts(cases))
                    .append(">\n");
            cases.forEach(result -> xml.append(testcase(result)));
            xml.append("  </testsuite>\n");
        });
        return xml.append("</testsuites>\n").toString();
    }

    private static String counts(List<TestCommand.Result> results) {
        long failed =
                results.stream().filter(result -> result.failure().isPresent()).count();
        return " tests=\"" + results.size() + "\" failures=\"" + failed + "\" errors=\"0\" skipped=\"0\"";
    }

    private static String testcase(TestCommand.Result result) {
        String start = "    <testcase classname=\"" + text(result.file()) + "\" name=\"" + text(result.name()) + "\"";
        return result.failure()
                .map(failure -> start + ">\n      <failure message=\""
                        + text(failure.lines().findFirst().orElse("")) + "\">" + text(failure)
                        + "</failure>\n    </testcase>\n")
                .orElse(start + "/>\n");
    }

    /** Returns the text as XML takes it; what XML has no place for becomes a question mark. */
    private static String text(String text) {
        var escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        boolean blank = c == '\t' || c == '\n' || c == '\r';
        boolean paired = c >= 0x20 && c < 0xD800;
        return blank || paired || (c >= 0xE000 && c < 0xFFFE) || c >= 0x10000;
    }
}
