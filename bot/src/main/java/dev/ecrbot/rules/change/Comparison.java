package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import dev.ecrbot.rules.Subject;
import dev.ecrbot.rules.change.Samples.Sample;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares rules by what they decide, not by how they are written: for each repository, access and recipient that they tell
 * apart, the rule that decided is compared with the one that decides now.
 */
public final class Comparison {
    private final Rules before;
    private final Rules now;
    private final Map<String, List<Sample>> samples;
    private final Tally tally;

    private Comparison(Rules before, Rules now, List<Place> places) {
        this.before = before;
        this.now = now;
        this.samples = Samples.of(places, before, now);
        this.tally = new Tally(new Extents(samples.keySet(), places));
    }

    /** Returns what people may do under these rules that they couldn't under those before. */
    public static List<Gain> gained(Rules before, Rules now, List<Place> places) {
        var comparison = new Comparison(before, now, places);
        comparison.compare();
        return comparison.tally.gains();
    }

    private void compare() {
        List<Recipients> recipients = Recipients.of(before, now);
        Collection<Access> words = words();
        samples.forEach((glob, there) -> there.forEach(sample -> {
            looking(glob, sample);
            words.forEach(word -> {
                revoking(glob, sample, word);
                recipients.forEach(each -> granting(glob, sample, word, each));
            });
        }));
    }

    /** Rules speak of words, whatever actions they stand for. */
    private Collection<Access> words() {
        Map<String, Access> words = new TreeMap<>();
        now.all().forEach(rule -> rule.scope().access().forEach(access -> words.put(access.word(), access)));
        return words.values();
    }

    private void granting(String glob, Sample sample, Access word, Recipients to) {
        to.principals().forEach((kind, principal) -> {
            Subject subject = subject(Subject.Kind.GRANT, sample, Optional.of(word), principal);
            now.find(subject)
                    .ifPresent(rule -> Loosening.ofGranting(before.find(subject), rule)
                            .forEach(found -> tally.add(
                                    rule, found, glob, sample.place(), new Tally.Cell(word.word(), to, kind))));
        });
    }

    private void revoking(String glob, Sample sample, Access word) {
        Subject subject = subject(Subject.Kind.REVOKE, sample, Optional.of(word), new Principal.Everyone());
        now.find(subject)
                .ifPresent(rule -> Loosening.ofRevoking(before.find(subject), rule)
                        .forEach(found -> tally.add(rule, found, glob, sample.place(), Tally.Cell.of(word.word()))));
    }

    private void looking(String glob, Sample sample) {
        // Whatever the access, the first rule for a repository says who may look.
        Subject subject = subject(Subject.Kind.REVOKE, sample, Optional.empty(), new Principal.Everyone());
        Optional<Rule> rule = now.find(subject);
        rule.ifPresent(deciding -> Loosening.ofLooking(before.find(subject), deciding)
                .forEach(found -> tally.add(deciding, found, glob, sample.place(), Tally.Cell.ANY)));
    }

    private static Subject subject(Subject.Kind kind, Sample sample, Optional<Access> word, Principal principal) {
        return new Subject(kind, sample.place().registry(), sample.repository(), word, principal);
    }
}
