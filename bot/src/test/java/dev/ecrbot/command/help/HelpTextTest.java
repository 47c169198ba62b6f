package dev.ecrbot.command.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Here;
import dev.ecrbot.command.Verb;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTextTest {

    static Stream<Optional<String>> pages() {
        return Stream.concat(Stream.of(Optional.empty()), Verb.words().stream().map(Optional::of));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsOnlyExamplesThatWork(Optional<String> command) {
        for (var example : new HelpText(Here.ONE_REGISTRY).page(command).examples()) {
            Here.understood(Here.PARSER, example.text());
            assertThat(example.meaning()).isNotBlank();
        }
        for (var example : new HelpText(Here.TWO_REGISTRIES).page(command).examples()) {
            Here.understood(Here.PARSER_OF_TWO, example.text());
        }
    }

    @Test
    void hasALineForEachCommand() {
        var page = new HelpText(Here.ONE_REGISTRY).page(Optional.empty());
        assertThat(page.examples()).hasSameSizeAs(Verb.values());
        for (String verb : Verb.words()) {
            assertThat(page.examples()).anyMatch(e -> e.text().startsWith("/ecr " + verb));
        }
    }

    @Test
    void saysWhatEachWordMeans() {
        var page = new HelpText(Here.ONE_REGISTRY).page(Optional.of("grant"));
        assertThat(page.title()).startsWith("/ecr grant <pull|push|read|push-only> <repository> <account>");
        assertThat(page.terms()).extracting(HelpPage.Term::word).contains("access", "repository", "role", "because");
    }
}
