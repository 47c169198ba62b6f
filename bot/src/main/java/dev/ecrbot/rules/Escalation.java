package dev.ecrbot.rules;

import java.time.Duration;

/**
 * Who of a rule's approvers is called only once nobody has decided for a while. They may decide before that, too.
 *
 * @param to the deputies; never anyone
 * @param after how long a request has waited by then
 */
public record Escalation(People to, Duration after) {
    public Escalation {
        if (to.anyone() || after.isNegative() || after.isZero()) {
            throw new IllegalArgumentException("deputies are some people, called after some time");
        }
    }
}
