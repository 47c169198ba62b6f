package dev.ecrbot.config;

import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.Revocation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Reads how a rule's requests are dealt with. */
final class HandlingReader {
    private HandlingReader() {}

    static Handling read(Section rule) {
        Optional<People> notify = rule.optional("notify").flatMap(PeopleReader::notified);
        Revocation revoke =
                rule.optional("revoke").flatMap(HandlingReader::revocation).orElse(Handling.USUAL.revoke());
        Duration timeout =
                rule.optional("request_timeout").flatMap(Spans::read).orElse(Handling.USUAL.requestTimeout());
        return new Handling(notify, revoke, timeout);
    }

    private static Optional<Revocation> revocation(Item item) {
        return item.text()
                .flatMap(text -> Arrays.stream(Revocation.values())
                        .filter(revocation -> revocation.word().equals(text))
                        .findFirst()
                        .or(() -> item.wrong("takes approval or immediate", text)));
    }
}
