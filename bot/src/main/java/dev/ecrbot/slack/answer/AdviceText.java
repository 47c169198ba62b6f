package dev.ecrbot.slack.answer;

import dev.ecrbot.denial.Denial;
import dev.ecrbot.denial.Half;
import dev.ecrbot.desk.answer.Explanation;

/** Says what to do about a pasted error, by what text and policies come to. */
public record AdviceText(Explanation explanation) {

    /** Returns it in a sentence or more. */
    public String text() {
        Denial denial = explanation.denial();
        return switch (explanation.conclusion()) {
            case TEXT -> denial.next();
            case ELSEWHERE ->
                denial.next() + " ecr-bot isn't set up for that registry and Region, so ask whoever looks after it.";
            case MISSING ->
                denial.half() == Half.NOTFOUND
                        ? denial.next()
                        : "Check account, Region and name of the repository. If it is made anew, it needs a policy anew, too.";
            case NO_ALLOW ->
                denial.half() == Half.BOTH && explanation.ask().isPresent()
                        ? "Ask for it as below. If it is refused again after that, check the caller's identity policies."
                        : denial.next();
            case BOTH_MISSING ->
                explanation.ask().isPresent()
                        ? "Both halves are missing. Ask for the repository's half as below, and attach the identity policy."
                        : denial.next() + " The repository's half is missing, too.";
            case DENIED ->
                "No grant helps as long as that Deny stands. Ask whoever manages the policy to narrow it, so that it"
                        + " doesn't meet this caller.";
            case CALLERS_SIDE ->
                "The repository's half is there, so look at the caller's: its identity policies first, then a permissions"
                        + " boundary, service control policies, and the policy of a VPC endpoint.";
            case ALLOWED_NOW ->
                "The policies may have been changed since the error. Try again. If you get an error again, paste that"
                        + " one.";
            case DEPENDS -> depends();
        };
    }

    private String depends() {
        String check = "Check whether the request meets the conditions above; that can't be told from here.";
        return explanation.ask().isPresent() ? check + " If it can't meet them, ask for access without them." : check;
    }
}
