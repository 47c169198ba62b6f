package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.rules.Approvers;
import dev.ecrbot.rules.AutoApproval;
import dev.ecrbot.rules.BreakGlass;
import dev.ecrbot.rules.OwnerTag;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Scope;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads who decides under a rule. */
final class ApproversReader {
    private ApproversReader() {}

    /** @param scope what the rule is for; empty where that can't be read */
    static Optional<Approvers> read(Section rule, Optional<Scope> scope) {
        Optional<Item> item = rule.required("approvers");
        Optional<OwnerTag> owner = item.filter(Item::hasKeys).flatMap(keys -> OwnerTagReader.read(keys, scope));
        Optional<People> people = owner.map(OwnerTag::all)
                .or(() -> item.filter(list -> !list.hasKeys()).flatMap(PeopleReader::approvers));
        int approvals = rule.optional("approvals")
                .flatMap(number -> approvals(number, people, owner))
                .orElse(1);
        boolean selfApproval =
                rule.optional("self_approval").flatMap(Item::flag).orElse(false);
        Optional<AutoApproval> auto =
                rule.optional("auto_approve").flatMap(terms -> AutoApprovalReader.read(terms, scope));
        Optional<BreakGlass> glass = rule.optional("breakglass").flatMap(BreakGlassReader::read);
        return people.map(listed -> new Approvers(listed, approvals, selfApproval, owner, auto, glass));
    }

    /** Members of groups can't be counted here; for listed users, more approvals than people would leave every request waiting. */
    private static Optional<Integer> approvals(Item item, Optional<People> approvers, Optional<OwnerTag> owner) {
        Stream<People> each = owner.map(tag -> tag.people().values().stream()).orElseGet(approvers::stream);
        Optional<Integer> most = each.filter(people -> people.groups().isEmpty())
                .map(people -> people.users().size())
                .min(Comparator.naturalOrder());
        return item.wholeNumber(1, Integer.MAX_VALUE).flatMap(number -> {
            return most.isPresent() && number > most.get()
                    ? item.wrong(RuleMistakes.tooManyApprovals(number, most.get()))
                    : Optional.of(number);
        });
    }
}
