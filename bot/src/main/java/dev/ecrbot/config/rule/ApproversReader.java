package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.rules.Approvers;
import dev.ecrbot.rules.AutoApproval;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Scope;
import java.util.Optional;

/** Reads who decides under a rule. */
final class ApproversReader {
    private ApproversReader() {}

    /** @param scope what the rule is for; empty where that can't be read */
    static Optional<Approvers> read(Section rule, Optional<Scope> scope) {
        Optional<People> people = rule.required("approvers").flatMap(PeopleReader::approvers);
        int approvals = rule.optional("approvals")
                .flatMap(item -> approvals(item, people))
                .orElse(1);
        boolean selfApproval =
                rule.optional("self_approval").flatMap(Item::flag).orElse(false);
        Optional<AutoApproval> auto =
                rule.optional("auto_approve").flatMap(item -> AutoApprovalReader.read(item, scope));
        return people.map(listed -> new Approvers(listed, approvals, selfApproval, auto));
    }

    /** Members of groups can't be counted here; for listed users, more approvals than people would leave every request waiting. */
    private static Optional<Integer> approvals(Item item, Optional<People> approvers) {
        return item.wholeNumber(1, Integer.MAX_VALUE).flatMap(number -> {
            Optional<Integer> most = approvers
                    .filter(people -> people.groups().isEmpty())
                    .map(people -> people.users().size());
            return most.isPresent() && number > most.get()
                    ? item.wrong("asks for " + number + " approvals, but the number of approvers is " + most.get())
                    : Optional.of(number);
        });
    }
}
