package dev.ecrbot.config.rule;

import dev.ecrbot.config.file.Item;
import dev.ecrbot.config.file.Section;
import dev.ecrbot.config.file.Spans;
import dev.ecrbot.config.mistake.RuleMistakes;
import dev.ecrbot.rules.Calling;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Revocation;
import dev.ecrbot.rules.Watch;
import java.time.Duration;
import java.util.Optional;

/** Reads how a rule's requests are dealt with. */
final class HandlingReader {
    private HandlingReader() {}

    /** @param approvers who decides under the rule; empty if that couldn't be read */
    static Handling read(Section rule, Optional<People> approvers) {
        Optional<InformedReader.Informed> informed = rule.optional("notify").map(InformedReader::read);
        Duration timeout =
                rule.optional("request_timeout").flatMap(Spans::read).orElse(Handling.USUAL.requestTimeout());
        Revocation revocation =
                rule.optional("revoke").flatMap(HandlingReader::revocation).orElse(Handling.USUAL.revocation());
        People viewers =
                rule.optional("viewers").flatMap(PeopleReader::requesters).orElse(Handling.USUAL.viewers());
        Watch watch = rule.optional("watch")
                .flatMap(Item::section)
                .map(HandlingReader::watch)
                .orElse(Handling.USUAL.watch());
        var calling = new CallingReader(approvers, timeout)
                .read(rule, informed.map(InformedReader.Informed::ping).orElse(Calling.USUAL.pingsInformed()));
        return new Handling(
                informed.flatMap(InformedReader.Informed::who), timeout, revocation, viewers, watch, calling);
    }

    private static Watch watch(Section watch) {
        try (watch) {
            return new Watch(flag(watch, "changes"), flag(watch, "digest"));
        }
    }

    private static boolean flag(Section section, String key) {
        return section.optional(key).flatMap(Item::flag).orElse(false);
    }

    private static Optional<Revocation> revocation(Item item) {
        return item.text().flatMap(text -> switch (text) {
            case "approval" -> Optional.of(Revocation.APPROVAL);
            case "immediate" -> Optional.of(Revocation.IMMEDIATE);
            default -> item.wrong(RuleMistakes.noRevocation(), text);
        });
    }
}
