package dev.ecrbot.slack.web;

import com.slack.api.methods.response.usergroups.UsergroupsListResponse;
import com.slack.api.model.Usergroup;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.rules.Escalation;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at whether those whom rules call late are approvers of theirs, where only Slack's groups tell. */
final class EscalationCheckup {
    private static final String CHECK = "slack.escalation";
    private static final int SHOWN = 5;

    private final Web web;

    EscalationCheckup(Web web) {
        this.web = web;
    }

    /** Returns what is to be seen of rules that call somebody late who isn't an approver by the rules' own words. */
    List<Examined> look(List<Rule> rules) {
        List<Rule> unclear = rules.stream()
                .filter(rule -> deputies(rule).flatMap(to -> others(rule, to)).isPresent())
                .toList();
        if (unclear.isEmpty()) {
            return List.of();
        }
        Reply<UsergroupsListResponse> reply = web.groups();
        Optional<Map<String, Set<String>>> groups = reply.done().map(EscalationCheckup::members);
        var found = new ArrayList<Examined>();
        unclear.forEach(rule -> found.add(groups.map(known -> look(rule, known))
                .orElseGet(() -> Examined.unchecked(
                        CHECK, rule.name(), CheckupWords.groupsUntold(reply.why()), CheckupWords.tryAgain()))));
        return found;
    }

    private static Examined look(Rule rule, Map<String, Set<String>> groups) {
        Set<String> approvers = persons(rule.approvers().people(), groups);
        Set<String> strangers = persons(deputies(rule).orElseThrow(), groups);
        strangers.removeAll(approvers);
        return strangers.isEmpty()
                ? Examined.fine(CHECK, rule.name(), CheckupWords.callsApprovers())
                : Examined.wrong(
                        CHECK,
                        rule.name(),
                        CheckupWords.callsStrangers(
                                strangers.stream().limit(SHOWN).collect(Collectors.joining(", ")),
                                strangers.size() - SHOWN),
                        CheckupWords.addOrTakeOut());
    }

    private static Optional<People> deputies(Rule rule) {
        return rule.handling().calling().escalation().map(Escalation::to);
    }

    private static Optional<People> others(Rule rule, People deputies) {
        return deputies.without(rule.approvers().people());
    }

    private static Set<String> persons(People people, Map<String, Set<String>> groups) {
        var persons = new TreeSet<>(people.users());
        people.groups().forEach(group -> persons.addAll(groups.getOrDefault(group, Set.of())));
        return persons;
    }

    private static Map<String, Set<String>> members(UsergroupsListResponse answer) {
        return Optional.ofNullable(answer.getUsergroups()).orElse(List.of()).stream()
                .collect(Collectors.toMap(
                        Usergroup::getId,
                        group ->
                                Set.copyOf(Optional.ofNullable(group.getUsers()).orElse(List.of())),
                        (one, other) -> one));
    }
}
