package dev.ecrbot.desk.request;

import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.rules.Rule;
import java.util.Optional;

/**
 * What a person or a machine asked, and the rule that let it in.
 *
 * @param from where the person asked, for private answers
 * @param reason cleaned and capped
 * @param rule the rule's name
 * @param channel where the rule's cards go
 * @param approvals how many different people have to approve; 0 where the person may have it without, which no machine may
 * @param endFromRule whether the end is the rule's longest, since the person named none
 * @param informed who is mentioned on the card for information
 */
public record Ask(
        PersonId requester,
        Origin from,
        Optional<String> reason,
        String rule,
        String channel,
        People approvers,
        int approvals,
        boolean endFromRule,
        Optional<People> informed) {
    public Ask {
        if (requester.isMachine() && approvals < 1) {
            throw new IllegalArgumentException("what a machine asks for needs the approval of people");
        }
    }

    /** Returns what somebody asks whom the rule lets ask. */
    public static Ask letIn(Rule rule, PersonId requester, Origin from, Optional<String> reason, boolean endFromRule) {
        return new Ask(
                requester,
                from,
                reason,
                rule.name(),
                rule.channel(),
                rule.approvers().people(),
                rule.approvers().approvals(),
                endFromRule,
                rule.handling().informed());
    }

    /** Returns the ask of somebody who may have it without an approval. */
    public Ask withoutApproval() {
        return new Ask(requester, from, reason, rule, channel, approvers, 0, endFromRule, informed);
    }

    /** Returns the ask of something that all who decide, and some others, are to hear of at once. */
    public Ask calling(Optional<People> others) {
        People called = others.map(approvers::and).orElse(approvers);
        return new Ask(requester, from, reason, rule, channel, approvers, approvals, endFromRule, Optional.of(called));
    }

    /** Returns the ask as it stands under a rule that has changed since, or is another one by now. */
    public Ask under(Rule now) {
        return new Ask(
                requester,
                from,
                reason,
                now.name(),
                channel,
                now.approvers().owner().isPresent()
                        ? approvers
                        : now.approvers().people(),
                now.approvers().approvals(),
                endFromRule,
                now.handling().informed());
    }

    /** Returns the ask as somebody else's, who asked for the same. */
    Ask handedTo(PersonId other, Origin where, Optional<String> why) {
        return new Ask(other, where, why, rule, channel, approvers, approvals, endFromRule, informed);
    }

    /** Returns the ask with an end that somebody named. */
    Ask withEndNamed() {
        return new Ask(requester, from, reason, rule, channel, approvers, approvals, false, informed);
    }

    /** An ask that nobody else hears of. */
    public Ask(
            PersonId requester,
            Origin from,
            Optional<String> reason,
            String rule,
            String channel,
            People approvers,
            int approvals,
            boolean endFromRule) {
        this(requester, from, reason, rule, channel, approvers, approvals, endFromRule, Optional.empty());
    }
}
