package dev.ecrbot.desk.answer;

import dev.ecrbot.command.Inquiry;
import dev.ecrbot.command.RepositoryRef;
import dev.ecrbot.desk.judge.Directory;
import dev.ecrbot.rules.Facts;
import dev.ecrbot.rules.Membership;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.RuleStanding;
import dev.ecrbot.rules.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what the rules let people do; by facts that may be some minutes old. */
final class RuleQuestions {
    private final Rules rules;
    private final Directory directory;

    RuleQuestions(Rules rules, Directory directory) {
        this.rules = rules;
        this.directory = directory;
    }

    Profile whoAmI(PersonId person) {
        Facts facts = facts(person, rules.all());
        Map<String, Membership> groups =
                groups(rules.all()).stream().collect(Collectors.toMap(Function.identity(), facts::in));
        return new Profile(person, groups, standing(facts, rules.all()));
    }

    RuleBook rules(PersonId person, Inquiry.Rules asked) {
        List<Rule> some = asked.repository()
                .map(ref ->
                        rules.all().stream().filter(rule -> isFor(rule, ref)).toList())
                .orElseGet(rules::all);
        return new RuleBook(asked.repository().map(RepositoryRef::repository), standing(facts(person, some), some));
    }

    private static boolean isFor(Rule rule, RepositoryRef ref) {
        return rule.scope().repositories().stream()
                .anyMatch(pattern -> pattern.matches(ref.registry(), ref.repository()));
    }

    private Facts facts(PersonId person, List<Rule> some) {
        return directory.facts(person, groups(some), Directory.Freshness.RECENT);
    }

    private static Set<String> groups(List<Rule> some) {
        return some.stream()
                .flatMap(rule -> Stream.of(rule.requesters(), rule.approvers().people()))
                .flatMap(people -> people.groups().stream())
                .collect(Collectors.toSet());
    }

    private static List<RuleStanding> standing(Facts facts, List<Rule> some) {
        return some.stream()
                .map(rule -> new RuleStanding(
                        rule,
                        rule.requesters().listed(facts),
                        rule.approvers().people().listed(facts)))
                .toList();
    }
}
