package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Names;
import dev.ecrbot.command.help.HelpPage;
import dev.ecrbot.command.help.HelpText;
import dev.ecrbot.ecr.StandardAccess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps the README and the pages beside it true where they name what is in the code. */
final class DocsTest {
    private static final Path HOUSE = Path.of("src", "main", "java", "dev", "ecrbot");
    private static final Pattern FIRST_COLUMN = Pattern.compile("(?m)^\\| `([^`]+)`");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\| `([a-z]+)");
    private static final Pattern ARROW = Pattern.compile("(?m)^ *([a-z.]+ --> [a-z.]+)$");
    private static final Pattern CLASS_NAME = Pattern.compile("`([a-z]+(?:\\.[a-z]+)*\\.[A-Z][A-Za-z]+)`");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?dev\\.ecrbot\\.([a-z]+(?:\\.[a-z]+)*)\\.[A-Z]");
    private static final Pattern PICTURE = Pattern.compile("/images/([a-z-]+)\\.png\\)");
    private static final String TYPED = "    /ecr";
    private static final String TOP = "dev.ecrbot";

    private final Page readme = Page.read("README.md");
    private final Page architecture = page("architecture.md");

    @Test
    void architectureNamesEachRoomAndNoOther() throws IOException {
        assertThat(architecture.section("The rooms, one by one").find(FIRST_COLUMN))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(rooms());
    }

    @Test
    void eachRoomIsInThePicture() throws IOException {
        assertThat(arrows().stream()
                        .flatMap(arrow -> Stream.of(arrow.from, arrow.to))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(rooms());
    }

    @Test
    void arrowsInThePictureAreInTheCode() throws IOException {
        for (Arrow arrow : arrows()) {
            assertThat(used(arrow.from)).as("rooms that %s uses", arrow.from).contains(arrow.to);
        }
    }

    @Test
    void readmeHasEachCommandAndNoOther() {
        var help = new HelpText(new Names(Map.of(), Map.of(), Map.of(), StandardAccess.CATALOGUE));
        List<String> commands = help.page(Optional.empty()).examples().stream()
                .map(HelpPage.Example::text)
                .map(example -> example.split(" ", -1)[1])
                .toList();
        assertThat(readme.section("Commands").find(COMMAND)).containsExactlyElementsOf(commands);
    }

    @Test
    void readmeIsShort() {
        assertThat(readme.text().lines()).hasSizeLessThanOrEqualTo(150);
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        assertThat(Page.all()).hasSizeGreaterThan(1).flatMap(Page::brokenLinks).isEmpty();
    }

    @Test
    void readmeLeadsToEachPage() throws IOException {
        List<String> pages = Page.all().stream()
                .filter(page -> !page.equals(readme))
                .map(page -> "](bot/src/site/markdown/" + page.file().getFileName() + ")")
                .toList();
        assertThat(readme.text()).contains(pages);
    }

    @Test
    void classesThatContributorsAreSentToExist() {
        assertThat(page("architecture.md").find(CLASS_NAME)).isNotEmpty();
        List<String> names = Stream.of("contributing.md", "architecture.md")
                .flatMap(name -> page(name).find(CLASS_NAME).stream())
                .toList();
        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(source(name)).exists());
    }

    /** Each is taken of what the command does that is printed above it. */
    @Test
    void picturesShowTheCommandAboveThem() throws IOException {
        String taken = Files.readString(
                Path.of("src", "test", "java", "dev", "ecrbot", "sandbox", "PicturesBrowserTest.java"));
        var shown = new TreeSet<String>();
        for (Page page : Page.all()) {
            String command = "";
            for (String line : page.text().lines().toList()) {
                Matcher picture = PICTURE.matcher(line);
                if (picture.find()) {
                    assertThat(taken).as(page.file() + ": " + line).contains('"' + picture.group(1) + '"');
                    assertThat(command.isEmpty() || taken.contains('"' + command + '"'))
                            .as("%s is of “%s”", picture.group(1), command)
                            .isTrue();
                    shown.add(picture.group(1) + ".png");
                }
                command =
                        line.startsWith(TYPED) ? line.strip() : picture.reset().find() ? "" : command;
            }
        }
        try (Stream<Path> files = Files.list(Path.of("src", "site", "resources", "images"))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(shown);
        }
    }

    private static Page page(String name) {
        return Page.read("bot/src/site/markdown/" + name);
    }

    private record Arrow(String from, String to) {}

    private List<Arrow> arrows() {
        return architecture.section("The rooms, drawn").find(ARROW).stream()
                .map(arrow -> arrow.split(" --> ", -1))
                .map(ends -> new Arrow(ends[0].equals("main") ? TOP : ends[0], ends[1]))
                .toList();
    }

    private static Set<String> rooms() throws IOException {
        try (Stream<Path> files = Files.walk(HOUSE)) {
            var rooms = new TreeSet<String>();
            files.filter(file -> file.getFileName().toString().equals("package-info.java"))
                    .map(file -> HOUSE.relativize(file.getParent()).toString().replace('/', '.'))
                    .map(room -> room.isEmpty() ? TOP : room)
                    .forEach(rooms::add);
            return rooms;
        }
    }

    private static Set<String> used(String room) throws IOException {
        Path folder = room.equals(TOP) ? HOUSE : HOUSE.resolve(room.replace('.', '/'));
        var used = new TreeSet<String>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                IMPORT.matcher(Files.readString(file)).results().forEach(found -> used.add(found.group(1)));
            }
        }
        return used;
    }

    private static Path source(String name) {
        return HOUSE.resolve(name.replace('.', '/') + ".java");
    }
}
