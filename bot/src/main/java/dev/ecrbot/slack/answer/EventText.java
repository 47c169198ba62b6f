package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.ledger.Detail;
import dev.ecrbot.desk.ledger.Event;
import dev.ecrbot.desk.ledger.EventKind;
import dev.ecrbot.desk.ledger.RevisionCause;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.slack.message.RevisionCauseText;
import dev.ecrbot.slack.message.RichTextLine;
import dev.ecrbot.slack.message.SafeText;

/**
 * Says what happened to a request.
 *
 * @param reasons whether the reader may read why it was denied
 */
record EventText(Event event, boolean reasons) {
    private static final int REASON = 300;
    private static final int RULE = 100;

    RichTextLine line() {
        var line = new RichTextLine().date(event.at()).text(" " + what(event.kind()));
        event.actor()
                .ifPresent(person -> line.text(event.kind() == EventKind.APPLYING ? ", after " : " by ")
                        .user(person));
        detail(line);
        return line.text(".");
    }

    private void detail(RichTextLine line) {
        String why = switch (event.kind()) {
            case DENIAL_REASON_GIVEN -> reasons ? event.details().getOrDefault(Detail.REASON, "") : "";
            case COMMENTED -> reasons ? event.details().getOrDefault(Detail.COMMENT, "") : "";
            case FAILED, DECISION_REFUSED, ASK_REFUSED -> event.details().getOrDefault(Detail.WHAT, "");
            case GRANT_ENDED -> ended(event.details().getOrDefault(Detail.REASON, ""));
            default -> "";
        };
        if (!why.isBlank()) {
            int most = event.kind() == EventKind.COMMENTED ? SafeText.COMMENT : REASON;
            line.text(": " + SafeText.line(why, most).replaceAll("\\.$", ""));
        }
    }

    private static String ended(String reason) {
        for (Grant.Reason known : Grant.Reason.values()) {
            if (known.name().equals(reason)) {
                return ended(known);
            }
        }
        return "";
    }

    private static String ended(Grant.Reason reason) {
        return switch (reason) {
            case EXPIRED -> "its time was over";
            case REVOKED -> "it was revoked";
            case ENDED_EARLY -> "it was ended before its time";
            case FOUND_MISSING -> "it was found missing in the policy, so somebody else took it out";
            case UNDONE -> "it was undone";
            case OUT_OF_REACH -> "its time was over, and its registry isn't configured any more";
            case PRINCIPAL_DELETED -> "its role or user seems to have been deleted";
            case REPOSITORY_DELETED -> "its repository was deleted";
        };
    }

    private String hindered() {
        return event.details().getOrDefault(Detail.WHAT, "").isBlank()
                ? "no Deny of others stands in the way of what it gave any more"
                : "a Deny of others stands in the way of what it gave";
    }

    private static String ofTheBot(EventKind kind) {
        return switch (kind) {
            case RECORD_LOST -> "its statement was found in the policy without a record";
            case ADOPTED -> "recorded anew, since its record had been lost";
            case CARD_REROUTED -> "its card went to another channel";
            case CONFIG_CHANGED -> "ecr-bot uses another configuration";
            case NOTICE_LOST -> "a message about it couldn't be delivered";
            default -> throw new IllegalArgumentException(kind.name());
        };
    }

    private String byRule() {
        return "approved by the rule " + SafeText.line(event.details().getOrDefault(Detail.RULE, ""), RULE);
    }

    private String revised() {
        return new RevisionCauseText(RevisionCause.of(event.details())).why() + ", so it waited for approval again";
    }

    private String triedAgain() {
        return event.details().containsKey(Detail.TO)
                ? "tried again as " + event.details().get(Detail.TO)
                : "tried again, with its approvals, in place of "
                        + event.details().getOrDefault(Detail.FROM, "another");
    }

    private static String said(EventKind kind) {
        return switch (kind) {
            case REMINDED -> "the approvers were reminded";
            case ESCALATED -> "nobody had decided, so more approvers were called";
            default -> "a comment";
        };
    }

    private String what(EventKind kind) {
        return switch (kind) {
            case ASKED -> "asked";
            case ASK_REFUSED -> "refused";
            case APPROVAL_GIVEN -> "one approval given";
            case APPROVAL_WITHDRAWN -> "an approval didn't count any more";
            case APPROVED -> "approved";
            case APPROVED_BY_RULE -> byRule();
            case BROKE_GLASS -> "taken at once in an emergency";
            case GLASS_REVIEWED -> "reviewed";
            case DENIED -> "denied";
            case DENIAL_REASON_GIVEN -> "a reason given";
            case CANCELLED -> "cancelled";
            case EXPIRED -> "expired, since nobody decided in time";
            case FOLLOWED -> "asked for the same, and hears what becomes of it";
            case HANDED_ON -> "taken back, and it goes on as somebody's who had asked for the same";
            case REMINDED, ESCALATED, COMMENTED -> said(kind);
            case DECISION_REFUSED -> "a decision was refused";
            case APPLYING -> "about to be written";
            case APPLIED -> "written to the policy and read back";
            case APPLY_AGAIN -> "not written, so to be tried again";
            case WAITING_FOR_AWS -> "waiting for AWS";
            case WAITING_FOR_SLACK -> "waiting for Slack";
            case REVISED -> revised();
            case SHORTENED -> "its end was shortened";
            case FAILED -> "failed";
            case TRIED_AGAIN -> triedAgain();
            case ENDING -> "its end began";
            case GRANT_ENDED -> "what it gave ended";
            case GRANT_HINDERED -> hindered();
            case WARNED -> "its holder was warned of the end";
            case EXTENDED -> "what it gave got a later end";
            case UNDONE -> "what it did was undone";
            case GRANT_RESTORED -> "what it gave was restored";
            case END_PUT_OFF -> "its end couldn't be written, so it is tried again";
            case RECORD_LOST, ADOPTED, CARD_REROUTED, CONFIG_CHANGED, NOTICE_LOST -> ofTheBot(kind);
        };
    }
}
