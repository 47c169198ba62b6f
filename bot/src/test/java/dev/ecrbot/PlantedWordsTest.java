package dev.ecrbot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.ecrbot.denial.PlantedWords;
import dev.ecrbot.policy.lint.PlantedCheck;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.PlantedProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.phrase.PlantedPhrase;
import dev.ecrbot.webhook.PlantedEndpointWords;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Has each rule of {@link WordsTest} find a class that breaks it. */
final class PlantedWordsTest {
    static Stream<Arguments> planted() {
        return Stream.of(
                arguments(WordsTest.onlyTheirRoomWordsProblems, Wording.class),
                arguments(WordsTest.onlyWhatWasKeptIsToldAgain, Wording.class),
                arguments(WordsTest.nobodyHandsItsWordsIn, PlantedProblems.class),
                arguments(WordsTest.onlyTheirClassesWordFindings, PlantedCheck.class),
                arguments(WordsTest.findingsSayWhatWasWorded, PlantedCheck.class),
                arguments(WordsTest.wordsAreWords, PlantedPhrase.class),
                arguments(WordsTest.wordsAreWords, PlantedWords.class),
                arguments(WordsTest.wordsAreWords, PlantedEndpointWords.class));
    }

    @ParameterizedTest
    @MethodSource("planted")
    void isFound(ArchRule rule, Class<?> planted) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation())
                .isTrue();
    }

    static final class Wording {
        private Wording() {}

        static Problem problem() {
            return new Problem(Code.NO_RULE, "There is no rule.", "Ask somebody.");
        }

        static Problem again() {
            return Problem.kept(Code.NO_RULE, "There was no rule.", "Ask somebody.");
        }
    }
}
