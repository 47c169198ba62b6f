package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.file.Spans;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.ecr.Access;
import dev.ecrbot.rules.AutoApproval;
import dev.ecrbot.rules.Scope;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a rule approves by itself. */
final class AutoApprovalReader {
    private AutoApprovalReader() {}

    /** @param scope what the rule is for; empty where that can't be read */
    static Optional<AutoApproval> read(Item item, Optional<Scope> scope) {
        return item.section().flatMap(section -> read(item, section, scope));
    }

    private static Optional<AutoApproval> read(Item item, Section section, Optional<Scope> scope) {
        try (section) {
            Set<Access> all = scope.map(Scope::access).orElse(Set.of());
            Optional<Item> listed = section.optional("access");
            Set<Access> access = listed.map(list -> words(list, all))
                    .orElseGet(() -> all.stream().filter(Access::onlyPulls).collect(Collectors.toSet()));
            Optional<Duration> atMost = section.required("for_at_most").flatMap(Spans::read);
            Optional<Integer> perDay =
                    section.required("per_day").flatMap(number -> number.wholeNumber(1, Integer.MAX_VALUE));
            if (scope.isPresent() && listed.isEmpty() && access.isEmpty()) {
                return item.wrong(RuleMistakes.nothingPulls());
            }
            return access.isEmpty() || atMost.isEmpty() || perDay.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AutoApproval(access, atMost.get(), perDay.get()));
        }
    }

    private static Set<Access> words(Item list, Set<Access> all) {
        var found = new LinkedHashSet<Access>();
        for (Item item : list.list()) {
            item.text().flatMap(word -> word(item, word, all)).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<Access> word(Item item, String word, Set<Access> all) {
        Optional<Access> known =
                all.stream().filter(access -> access.word().equals(word)).findFirst();
        if (known.isEmpty()) {
            return item.wrong(RuleMistakes.otherAccess(), word);
        }
        return known.get().onlyPulls() ? known : item.wrong(RuleMistakes.accessOfMore(), word);
    }
}
