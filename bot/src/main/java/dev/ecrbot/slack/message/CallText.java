package dev.ecrbot.slack.message;

import dev.ecrbot.desk.tell.Called;

/**
 * Says on a card who can decide, and who is called when.
 *
 * @param what what is decided on: this, or all of it
 */
record CallText(Called called, int approvals, String what) {

    /** The mention notifies people when the card is posted; editing it later notifies nobody. */
    String text(boolean approvable) {
        return mention() + " can " + (approvable ? "approve or deny " + what + "." + several() : "deny this.")
                + later();
    }

    /** Returns the mention that a message begins with; nothing where nobody is asked. */
    static String opening(Called called) {
        return called.now().map(people -> Mrkdwn.mention(people) + ": ").orElse("");
    }

    private String mention() {
        return called.now().map(Mrkdwn::mention).orElse("Nobody");
    }

    private String several() {
        return approvals == 1 ? "" : " " + approvals + " different people have to approve.";
    }

    private String later() {
        return called.deputies()
                .map(late -> late.called()
                        ? " Called late, since nobody had decided: " + Mrkdwn.mention(late.people()) + "."
                        : " If nobody has decided by " + Mrkdwn.date(late.at())
                                + ", more of the rule's approvers are called.")
                .orElse("");
    }
}
