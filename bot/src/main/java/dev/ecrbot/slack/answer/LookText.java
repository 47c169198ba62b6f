package dev.ecrbot.slack.answer;

import dev.ecrbot.denial.Half;
import dev.ecrbot.desk.answer.Explanation;
import dev.ecrbot.desk.answer.Look;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.slack.message.AccessText;
import java.util.List;

/** Says what the policies were found to say to what a pasted error tells of. */
public record LookText(Explanation explanation) implements Look.Visitor<String> {

    /** Returns it in a sentence or more. */
    public String text() {
        return explanation.look().visit(this);
    }

    @Override
    public String needless(Look.Needless needless) {
        Half half = explanation.denial().half();
        return half == Half.LOGIN
                        || half == Half.NETWORK
                        || !explanation.denial().ofEcr()
                ? "Not looked at, since they don't decide about that."
                : "Not looked at, since the text doesn't name a repository with its account and Region.";
    }

    @Override
    public String elsewhere(Look.Elsewhere elsewhere) {
        return "Not looked at, since ecr-bot isn't set up for that registry and Region.";
    }

    @Override
    public String withheld(Look.Withheld withheld) {
        return "Not looked at for you: the repository's rule lists others who may look.";
    }

    @Override
    public String failed(Look.Failed failed) {
        return "They couldn't be read. " + failed.why();
    }

    @Override
    public String missing(Look.Missing missing) {
        return "There is no such repository there now.";
    }

    @Override
    public String nobody(Look.Nobody nobody) {
        return "They were read, but the text doesn't name both who was refused and what was tried, so there is nothing to"
                + " check against them. /ecr can tells it for somebody whom you name.";
    }

    @Override
    public String seen(Look.Seen seen) {
        Capability says = seen.says();
        return switch (says.verdict()) {
            case YES -> "The repository's side allows it to this caller.";
            case NO -> refused(seen);
            case DEPENDS -> "It depends on " + AccessText.conditions(List.copyOf(says.keys())) + ".";
        };
    }

    private static String refused(Look.Seen seen) {
        if (seen.says().denied()) {
            return "The repository's side refuses it to this caller, by a Deny.";
        }
        String none = "Neither the repository's policy nor its registry's has an Allow for this caller";
        return seen.says()
                .reason()
                .orElse(none
                        + (seen.within() ? ". Within one account none is needed: an identity policy is enough." : "."));
    }
}
