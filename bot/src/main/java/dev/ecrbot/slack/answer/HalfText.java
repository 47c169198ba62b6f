package dev.ecrbot.slack.answer;

import dev.ecrbot.denial.Denial;
import dev.ecrbot.denial.Half;

/** Says which half of an access a pasted error tells of, and how sure that is. */
final class HalfText {
    private HalfText() {}

    static String of(Denial denial) {
        return half(denial)
                + (denial.confident() || !denial.ofEcr() || denial.half() == Half.BOTH
                        ? ""
                        : " The text doesn't say that for certain.");
    }

    private static String half(Denial denial) {
        return switch (denial.half()) {
            case RESOURCE -> "The repository's side refuses: its policy, or its registry's.";
            case IDENTITY -> "The caller's own side refuses: an identity policy in the caller's account.";
            case BOTH -> "It was refused. The text doesn't say by which half: the repository's side, or the caller's.";
            case LOGIN -> "It is the login, before any policy of the repository is asked.";
            case NETWORK -> "It is the way there: the network, or the policy of a VPC endpoint.";
            case NOTFOUND -> "What was asked for isn't where it was looked for.";
            case OTHER ->
                denial.ofEcr()
                        ? "Something else than the repository's policy or an identity policy stands in the way."
                        : "Nothing that tells of ECR.";
        };
    }
}
