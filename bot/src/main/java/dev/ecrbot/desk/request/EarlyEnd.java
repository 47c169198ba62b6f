package dev.ecrbot.desk.request;

import dev.ecrbot.rules.PersonId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * That a person ended a grant before its time.
 *
 * @param kept whether another grant still gives the same, so that nothing was taken away
 * @param ending the request that ended it, which can be undone; empty if there was nothing to write
 */
public record EarlyEnd(PersonId by, boolean kept, Optional<RequestId> ending) {

    public Map<String, String> details() {
        var details = new HashMap<>(Map.of("by_team", by.team(), "by_user", by.user(), "kept", String.valueOf(kept)));
        ending.ifPresent(id -> details.put("ending", id.value()));
        return details;
    }

    public static Optional<EarlyEnd> of(Map<String, String> details) {
        return details.containsKey("by_user")
                ? Optional.of(new EarlyEnd(
                        new PersonId(details.getOrDefault("by_team", ""), details.getOrDefault("by_user", "")),
                        Boolean.parseBoolean(details.getOrDefault("kept", "")),
                        RequestId.parse(details.getOrDefault("ending", ""))))
                : Optional.empty();
    }

    /** Returns how an ending that somebody decided on goes; empty where the grant's time came. */
    public static Optional<EarlyEnd> of(Request ending) {
        return ending.stage()
                .decision()
                .map(decision -> new EarlyEnd(
                        decision.by(), ending.revision().plan().effects().isEmpty(), Optional.of(ending.id())));
    }
}
