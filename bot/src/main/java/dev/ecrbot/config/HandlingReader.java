package dev.ecrbot.config;

import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import java.time.Duration;
import java.util.Optional;

/** Reads how a rule's requests are dealt with. */
final class HandlingReader {
    private HandlingReader() {}

    static Handling read(Section rule) {
        Optional<People> notify = rule.optional("notify").flatMap(PeopleReader::notified);
        Duration timeout =
                rule.optional("request_timeout").flatMap(Spans::read).orElse(Handling.USUAL.requestTimeout());
        return new Handling(notify, timeout);
    }
}
