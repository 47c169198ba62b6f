package dev.ecrbot.command.guess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.command.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is left out, put in or moved about: what is understood is what was meant, or nothing. */
class GuessProperties {

    /** The parts of a line that keep together, behind its first word. */
    record Parts(String access, String repository, String account, String role, String end) {
        List<String> all() {
            return new ArrayList<>(List.of(access, repository, account, role, end))
                    .stream().filter(part -> !part.isEmpty()).toList();
        }

        Command meant() {
            return Office.command("grant " + String.join(" ", all()));
        }

        boolean tellApart() {
            return repository.contains("/") || role.isEmpty();
        }
    }

    @Property(tries = 300)
    void fillersChangeNothing(@ForAll("parts") Parts parts, @ForAll Random random) {
        var words = new ArrayList<>(parts.all());
        for (int i = random.nextInt(5); i >= 0; i--) {
            words.add(random.nextInt(words.size() + 1), FILLERS.get(random.nextInt(FILLERS.size())));
        }

        // With nothing behind it, “for” is the rest of an end that got lost.
        Assume.that(!words.get(words.size() - 1).equals("for"));
        Office.Read read = Office.read(VERBS.get(random.nextInt(VERBS.size())) + " " + String.join(" ", words));

        isMeantOrNothing(parts, read);
        assertThat(parts.tellApart() ? read.how() : "")
                .as("%s: %s", words, read)
                .isNotEqualTo("unread");
    }

    @Property(tries = 300)
    void orderChangesNothingThatIsGuessed(@ForAll("parts") Parts parts, @ForAll Random random) {
        var words = new ArrayList<>(parts.all());
        Collections.shuffle(words, random);

        Office.Read read = Office.read("please give " + String.join(" ", words));

        isMeantOrNothing(parts, read);
        assertThat(parts.tellApart() ? read.how() : "meant")
                .as("%s: %s", words, read)
                .isEqualTo("meant");
    }

    @Property(tries = 500)
    void aLineThatIsOfferedMeansWhatWasGuessed(@ForAll("anything") List<String> words) {
        Office.Read read = Office.read(String.join(" ", words));

        if (read.how().equals("meant")) {
            assertThat(Office.command(new Line(read.line()).sent())).isEqualTo(read.command());
            assertThat(Office.read(new Line(read.line()).sent()).how())
                    .as(read.line())
                    .isEqualTo("exact");
        }
    }

    @Property(tries = 200)
    void anyTextIsAnswered(@ForAll String text) {
        assertThat(Office.read("grant pull " + text).how()).isIn("exact", "meant", "unread");
    }

    private static void isMeantOrNothing(Parts parts, Office.Read read) {
        if (!read.how().equals("unread")) {
            assertThat(read.command()).isEqualTo(parts.meant());
        }
    }

    private static final List<String> VERBS = List.of("give", "please grant", "can you give", "i need", "gimme");
    private static final List<String> FILLERS =
            List.of("please", "the", "access", "for", "in", "to", "account", "role", "my", "repo", "thanks");

    @Provide
    Arbitrary<Parts> parts() {
        return Combinators.combine(
                        Arbitraries.of("pull", "push", "read"),
                        Arbitraries.of("payments/api", "web/shop", "api", "a/b/c"),
                        Arbitraries.of("sales", "data", "222222222222"),
                        Arbitraries.of("ci-deployer", "user/bob", "nightly", ""),
                        Arbitraries.of("for 7d", "until 2026-12-31", "for 1h30m", ""))
                .as(Parts::new);
    }

    @Provide
    Arbitrary<List<String>> anything() {
        return Arbitraries.of(
                        "grant",
                        "give",
                        "revoke",
                        "take",
                        "pull",
                        "push",
                        "payments/api",
                        "api",
                        "sales",
                        "data",
                        "ci-deployer",
                        "sales/ci-deployer",
                        "for",
                        "7d",
                        "until",
                        "friday",
                        "forever",
                        "to",
                        "on",
                        "in",
                        "please",
                        "not",
                        "and",
                        "because",
                        "\"api\"",
                        "'sales",
                        "a",
                        "month",
                        "images",
                        "&lt;",
                        "https://",
                        "*",
                        "all",
                        "can",
                        "i",
                        ",")
                .list()
                .ofMinSize(2)
                .ofMaxSize(9);
    }
}
