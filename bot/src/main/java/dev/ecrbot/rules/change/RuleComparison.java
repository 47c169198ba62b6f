package dev.ecrbot.rules.change;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Rules;
import dev.ecrbot.rules.Subject;
import dev.ecrbot.rules.change.Samples.Sample;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares rules by what they decide, not by how they are written: for each repository, access and recipient that they tell
 * apart, the rule that decided is compared with the one that decides now.
 */
public final class RuleComparison {
    private final Rules before;
    private final Rules now;
    private final Map<String, List<Sample>> samples;
    private final Tally tally;

    private RuleComparison(Rules before, Rules now, List<RegistryPlace> places) {
        this.before = before;
        this.now = now;
        this.samples = Samples.of(places, before, now);
        this.tally = new Tally(new Extents(samples.keySet(), places));
    }

    /** Returns what people may do under these rules that they couldn't under those before. */
    public static List<Gain> gained(Rules before, Rules now, List<RegistryPlace> places) {
        var comparison = new RuleComparison(before, now, places);
        comparison.compare();
        return comparison.tally.gains();
    }

    private void compare() {
        List<Recipients> recipients = Recipients.of(before, now);
        samples.forEach((glob, there) -> there.forEach(sample -> {
            var pair = new Pair(
                    before.about(sample.registry(), sample.repository()),
                    now.about(sample.registry(), sample.repository()),
                    glob,
                    sample);
            // Most changes are about few repositories.
            if (!pair.before.equals(pair.now)) {
                looking(pair);
                words(pair.now).forEach(word -> {
                    var told = new HashMap<String, Set<Loosening>>();
                    recipients.forEach(each -> granting(pair, word, each, told));
                    revoking(pair, word, told);
                });
            }
        }));
    }

    /** What both sets of rules have for one repository. */
    private record Pair(Rules before, Rules now, String glob, Sample sample) {
        Subject subject(Subject.Kind kind, Optional<Access> word, Principal principal) {
            return new Subject(kind, sample.registry(), sample.repository(), word, principal);
        }
    }

    /** Rules speak of words, whatever actions they stand for. */
    private static Collection<Access> words(Rules rules) {
        Map<String, Access> words = new TreeMap<>();
        rules.all().forEach(rule -> rule.scope().access().forEach(access -> words.put(access.word(), access)));
        return words.values();
    }

    /** @param told what was found, by the names of rules */
    private void granting(Pair pair, Access word, Recipients to, Map<String, Set<Loosening>> told) {
        to.principals().forEach((kind, principal) -> {
            Subject subject = pair.subject(Subject.Kind.GRANT, Optional.of(word), principal);
            pair.now
                    .find(subject)
                    .ifPresent(rule -> Loosening.ofGranting(pair.before.find(subject), rule, word, kind)
                            .forEach(found -> {
                                told.computeIfAbsent(rule.name(), name -> new HashSet<>())
                                        .add(found);
                                add(rule, found, pair, new Tally.Cell(word.word(), to, kind));
                            }));
        });
    }

    private void revoking(Pair pair, Access word, Map<String, Set<Loosening>> told) {
        Subject subject = pair.subject(Subject.Kind.REVOKE, Optional.of(word), new Principal.Everyone());
        pair.now
                .find(subject)
                .ifPresent(rule -> Loosening.ofRevoking(
                                pair.before.find(subject), rule, told.getOrDefault(rule.name(), Set.of()))
                        .forEach(found -> add(rule, found, pair, Tally.Cell.of(word.word()))));
    }

    private void looking(Pair pair) {
        // Whatever the access, the first rule for a repository says who may look.
        Subject subject = pair.subject(Subject.Kind.REVOKE, Optional.empty(), new Principal.Everyone());
        Optional<Rule> decided = pair.before.find(subject);
        pair.now
                .find(subject)
                .ifPresentOrElse(
                        rule -> Loosening.ofLooking(decided, rule)
                                .forEach(found -> add(rule, found, pair, Tally.Cell.ANY)),
                        () -> decided.ifPresent(rule ->
                                Loosening.ofNoRule(rule).ifPresent(found -> add(rule, found, pair, Tally.Cell.ANY))));
    }

    private void add(Rule rule, Loosening found, Pair pair, Tally.Cell cell) {
        pair.sample.places().forEach(place -> tally.add(rule, found, pair.glob, place, cell));
    }
}
