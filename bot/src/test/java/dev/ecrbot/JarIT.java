package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The bot's jar, as the build has just made it. */
@Tag("process")
final class JarIT {
    private static final Path JAR = Path.of("target", "ecr-bot.jar");
    private static final String MOMENT = "\\d{4}-\\d\\d-\\d\\d|\\d\\d:\\d\\d:\\d\\d";

    private static String text(JarFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target", "lib"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.jar$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void itsBillOfMaterialsNamesEachLibraryAndNoOther() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            assumeThat(jar.getEntry("META-INF/sbom/bom.json"))
                    .as("the plugin makes none where Maven is offline")
                    .isNotNull();
            JsonNode bom = new ObjectMapper().readTree(text(jar, "META-INF/sbom/bom.json"));
            assertThat(bom.path("bomFormat").textValue()).isEqualTo("CycloneDX");
            assertThat(bom.at("/metadata/component/name").textValue()).isEqualTo("ecr-bot");
            assertThat(Stream.iterate(0, at -> at < bom.path("components").size(), at -> at + 1)
                            .map(bom.path("components")::path)
                            .map(each -> each.path("name").textValue() + "-"
                                    + each.path("version").textValue()))
                    .containsExactlyInAnyOrderElementsOf(libraries());
            assertThat(bom.path("components"))
                    .allSatisfy(each -> assertThat(each.path("hashes")).isNotEmpty());
        }
    }

    @Test
    void theLicenceOfEachLibraryIsInIt() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            List<String> lines = text(jar, "META-INF/THIRD-PARTY.txt")
                    .lines()
                    .filter(line -> line.contains("("))
                    .toList();
            assertThat(lines).hasSameSizeAs(libraries());
            assertThat(lines).allMatch(line -> line.strip().matches("(\\(.+\\) )+.+ \\(.+:.+:.+ - .+\\)"), "a licence");
            assertThat(lines).noneMatch(line -> line.contains("Unknown license"));
        }
    }

    /** Packed by the build a second time, from the same classes and at another moment. */
    @Test
    void packedOnceMoreItHasTheSameBytes() throws IOException {
        Path again = Path.of("target", "again");
        assertThat(Files.mismatch(JAR, again.resolve("ecr-bot-again.jar"))).isEqualTo(-1);
        assertThat(Files.mismatch(Path.of("target", "ecr-policy.jar"), again.resolve("ecr-policy.jar")))
                .isEqualTo(-1);
    }

    @Test
    void billAndLicencesTellOfNoMomentAndNoChance() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            String bill = "META-INF/sbom/bom.json";
            String licences = "META-INF/THIRD-PARTY.txt";
            assertThat(text(jar, licences)).doesNotContainPattern(MOMENT);
            assumeThat(jar.getEntry(bill))
                    .as("the plugin makes none where Maven is offline")
                    .isNotNull();
            assertThat(text(jar, bill)).doesNotContainPattern(MOMENT).doesNotContain("timestamp");
            // A UUID made of a name and not at random is of version 3 or 5.
            assertThat(new ObjectMapper()
                            .readTree(text(jar, bill))
                            .path("serialNumber")
                            .asText())
                    .matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[35].*");
        }
    }

    /** What the machine, the day or the folder of a build left in it would differ in the next one. */
    @Test
    void nothingOfTheMachineOrTheDayIsInIt() throws IOException {
        try (var jar = new JarFile(JAR.toFile())) {
            List<ZipEntry> entries = Collections.list(jar.entries()).stream()
                    .<ZipEntry>map(entry -> entry)
                    .toList();
            assertThat(entries.stream().map(ZipEntry::getTime).distinct()).hasSize(1);
            var names = new ArrayList<String>();
            entries.forEach(entry -> names.add(entry.getName()));
            assertThat(jar.getManifest().getMainAttributes().keySet().toString())
                    .doesNotContain("Built-By", "Build-Jdk,");
            String here = Path.of("").toAbsolutePath().toString();
            for (String name : names) {
                if (name.endsWith(".json") || name.endsWith(".txt") || name.endsWith(".properties")) {
                    assertThat(text(jar, name)).as(name).doesNotContain(here, System.getProperty("user.home"));
                }
            }
        }
    }
}
