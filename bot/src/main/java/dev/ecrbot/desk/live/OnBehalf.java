package dev.ecrbot.desk.live;

import dev.ecrbot.desk.request.Ask;
import dev.ecrbot.desk.request.Decision;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.rules.PersonId;
import java.util.Optional;

/**
 * Whose doing a write is.
 *
 * @param request the id of the request that it brings about
 * @param requester who asked for it; empty for what the bot does by itself
 * @param decider who decided on it last; empty if nobody had to, since the rule approves it by itself or the bot does it by itself
 */
public record OnBehalf(String request, Optional<PersonId> requester, Optional<PersonId> decider) {

    /** Returns whether somebody asked for it and nobody decided: its rule approved it. */
    public boolean byRule() {
        return requester.isPresent() && decider.isEmpty();
    }

    /** Returns whose doing it is to bring this request about. */
    public static OnBehalf of(Request request) {
        return new OnBehalf(
                request.id().value(),
                request.ask().map(Ask::requester),
                request.stage().decision().map(Decision::by));
    }
}
