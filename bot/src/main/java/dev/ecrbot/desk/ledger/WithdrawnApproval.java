package dev.ecrbot.desk.ledger;

import dev.ecrbot.rules.PersonId;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * An approval that doesn't count any more, since whoever gave it couldn't give it now.
 *
 * @param why a sentence
 */
public record WithdrawnApproval(PersonId by, String why) {

    /** Returns those of this revision that nobody has given anew, in the order in which they were withdrawn. */
    public static List<WithdrawnApproval> of(List<Event> events, int revision) {
        var withdrawn = new LinkedHashMap<PersonId, WithdrawnApproval>();
        for (Event event : events) {
            if (!String.valueOf(revision).equals(event.details().get(Detail.REVISION))) {
                continue;
            }
            if (event.kind() == EventKind.APPROVAL_GIVEN) {
                event.actor().ifPresent(withdrawn::remove);
            } else if (event.kind() == EventKind.APPROVAL_WITHDRAWN) {
                String why = event.details().getOrDefault(Detail.WHY, "");
                event.actor().ifPresent(person -> withdrawn.put(person, new WithdrawnApproval(person, why)));
            }
        }
        return List.copyOf(withdrawn.values());
    }
}
