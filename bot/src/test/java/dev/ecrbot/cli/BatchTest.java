package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Lines in, lines out: each answered by itself, in its place, as soon as it is there. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class BatchTest {
    private static final String ALLOWED = line("222222222222");
    private static final String REFUSED = line("333333333333");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void linesAreAnsweredInTheirOrderHoweverManyThereAre() throws IOException {
        List<String> lines = IntStream.range(0, 3_000)
                .mapToObj(place -> place % 3 == 0 ? ALLOWED : REFUSED)
                .toList();
        List<String> answers = Line.of(String.join("\n", lines), "can", "--batch")
                .out()
                .lines()
                .toList();
        assertThat(answers).hasSize(lines.size());
        for (int place = 0; place < answers.size(); place++) {
            assertThat(answers.get(place)).contains(place % 3 == 0 ? "\"yes\"" : "\"no\"");
        }
    }

    @Test
    void aFileOfLinesIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("lines"), ALLOWED + "\n\n" + REFUSED);
        Line answered = Line.of("", "can", "--batch", file.toString());
        assertThat(answered.exit()).isEqualTo(Exit.NO);
        assertThat(answered.out().lines()).hasSize(2);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        assertThat(Line.of("", "can", "--batch", folder.toString()).error())
                .contains(folder.toString(), "It is a folder");
        assertThat(Line.of("", "can", "--batch", folder.resolve("none").toString())
                        .error())
                .contains("There is no such file");
    }

    @Test
    void aLineThatIsNoTextIsToldApartFromTheOthers() throws IOException {
        byte[] latin = REFUSED.replace("ci", "M\u00fcller").getBytes(StandardCharsets.ISO_8859_1);
        Path file = folder.resolve("lines");
        try (var out = Files.newOutputStream(file)) {
            out.write(latin);
            out.write(("\n" + ALLOWED).getBytes(StandardCharsets.UTF_8));
        }
        Line answered = Line.of("", "can", "--batch", file.toString());
        assertThat(answered.exit()).isEqualTo(Exit.BAD_INPUT);
        assertThat(answered.out().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).contains("isn't text in UTF-8"),
                        second -> assertThat(second).contains("\"yes\""));
    }

    @Test
    void aLineIsNotWaitedForOnceAnotherIsThere() throws IOException {
        var lines = new Lines(new Slow("one\ntwo\nthree"), 100);
        assertThat(texts(lines.some(1_000))).containsExactly("one");
        assertThat(texts(lines.some(1_000))).containsExactly("two");
        assertThat(texts(lines.some(1_000))).containsExactly("three");
        assertThat(lines.some(1_000)).isEmpty();
    }

    @Test
    void linesThatAreThereAreTakenUpToTheirLimit() throws IOException {
        var lines = new Lines(Files.newInputStream(Files.writeString(folder.resolve("lines"), "one\ntwo\nthree")), 4);
        assertThat(texts(lines.some(5))).containsExactly("one", "two");
        assertThat(texts(lines.some(5))).containsExactly("three");
    }

    private static List<String> texts(List<byte[]> lines) {
        return lines.stream()
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
    }

    private static String line(String account) {
        return "{\"policy\":{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":"
                + "\"arn:aws:iam::222222222222:role/ci\"},\"Action\":\"ecr:BatchGetImage\"}]},\"principal\":\"arn:aws:iam::"
                + account + ":role/ci\",\"action\":\"ecr:BatchGetImage\","
                + "\"repository\":\"arn:aws:ecr:us-west-2:111111111111:repository/payments/api\"}";
    }

    /** Has a line at a time, as a pipe does that somebody types into. */
    private static final class Slow extends InputStream {
        private final byte[] bytes;
        private int at;

        Slow(String text) {
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return at < bytes.length ? bytes[at++] : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int count = 0;
            while (count < most && at < bytes.length) {
                into[from + count++] = bytes[at];
                if (bytes[at++] == '\n') {
                    break;
                }
            }
            return count == 0 ? -1 : count;
        }

        @Override
        public int available() {
            return 0;
        }
    }
}
