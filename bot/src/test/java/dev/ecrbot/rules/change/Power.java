package dev.ecrbot.rules.change;

import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Revocation;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.RuleVerdict;
import dev.ecrbot.rules.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What somebody may do, or what may be done, and by which words it is told. */
record Power(String told, boolean named, Predicate<Rule> has) {
    private static final String HOME = "T0HOME";

    static List<Power> granting(String user) {
        Facts facts = facts(user);
        var powers = new ArrayList<Power>();
        powers.add(new Power("may ask for it", true, rule -> allows(rule.mayAsk(facts))));
        powers.add(new Power("may approve it", true, rule -> allows(rule.mayApprove(facts, person("U9")))));
        powers.add(new Power("in an emergency", true, rule -> allows(rule.mayBreakGlass(facts))));
        powers.add(new Power("fewer approvals", false, rule -> rule.approvers().approvals() == 1));
        powers.add(new Power(
                "asked for themselves", false, rule -> rule.approvers().selfApproval()));
        powers.add(new Power(
                "may last longer", false, rule -> rule.terms().maxDuration().isEmpty()));
        powers.add(new Power(
                "no reason", false, rule -> rule.checkReason(Optional.empty()).isEmpty()));
        powers.add(new Power(
                "more of it at once",
                false,
                rule -> rule.terms().quota().active().filter(most -> most < 2).isEmpty()));
        for (Duration span : AnyRules.SPANS) {
            powers.add(new Power(
                    "may last longer",
                    false,
                    rule -> rule.terms()
                            .maxDuration()
                            .filter(most -> most.compareTo(span) < 0)
                            .isEmpty()));
        }
        return powers;
    }

    static List<Power> revoking(String user) {
        return List.of(
                new Power("may ask ", true, rule -> allows(rule.mayAsk(facts(user)))),
                new Power("may approve ", true, rule -> allows(rule.mayApprove(facts(user), person("U9")))),
                new Power("without an approval", false, rule -> rule.handling().revocation() == Revocation.IMMEDIATE));
    }

    static boolean allows(RuleVerdict verdict) {
        return verdict.refusal().isEmpty();
    }

    private static PersonId person(String user) {
        return new PersonId(HOME, user);
    }

    static Facts facts(String user) {
        return new Facts(person(user), Standing.MEMBER, Map.of());
    }
}
