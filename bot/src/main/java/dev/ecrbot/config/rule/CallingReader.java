package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.file.Spans;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.rules.Calling;
import dev.ecrbot.rules.Escalation;
import dev.ecrbot.rules.People;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Reads when people are called about a rule's requests.
 *
 * @param approvers who decides under the rule; empty if that couldn't be read
 * @param timeout when its requests expire
 */
record CallingReader(Optional<People> approvers, Duration timeout) {

    Calling read(Section rule, boolean pingsInformed) {
        return new Calling(
                rule.optional("hours").flatMap(HoursReader::read),
                rule.optional("escalate").flatMap(Item::section).flatMap(this::escalation),
                pingsInformed);
    }

    private Optional<Escalation> escalation(Section section) {
        try (section) {
            Optional<Item> list = section.required("to");
            Optional<People> to = list.flatMap(PeopleReader::approvers);
            Optional<Duration> after = section.required("after").flatMap(this::after);
            if (list.isEmpty() || to.isEmpty() || after.isEmpty() || approvers.isEmpty()) {
                return Optional.empty();
            }
            return wrong(approvers.get(), to.get()).isEmpty()
                    ? Optional.of(new Escalation(to.get(), after.get()))
                    : list.get().wrong(wrong(approvers.get(), to.get()).get());
        }
    }

    private Optional<Duration> after(Item item) {
        return Spans.pace(item)
                .flatMap(time ->
                        time.compareTo(timeout) < 0 ? Optional.of(time) : item.wrong(RuleMistakes.calledTooLate()));
    }

    // Who is in a group can't be told here: doctor looks at that.
    private static Optional<String> wrong(People approvers, People to) {
        if (approvers.without(to).isEmpty()) {
            return Optional.of(RuleMistakes.allCalledLate());
        }
        var others = new TreeSet<>(to.users());
        others.removeAll(approvers.users());
        return !others.isEmpty() && approvers.groups().isEmpty()
                ? Optional.of(RuleMistakes.othersCalled(others))
                : Optional.empty();
    }
}
