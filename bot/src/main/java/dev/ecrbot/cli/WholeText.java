package dev.ecrbot.cli;

import dev.ecrbot.policy.Names;
import dev.ecrbot.policy.evaluation.Decider;
import dev.ecrbot.policy.evaluation.OtherPolicies;
import dev.ecrbot.policy.evaluation.Share;
import dev.ecrbot.policy.evaluation.WholeAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a whole verdict for people: the verdict, why, what each policy says, and what is taken for granted. */
final class WholeText {
    private static final String GAP = System.lineSeparator() + "  ";

    private WholeText() {}

    static String of(WholeAnswer answer, OtherPolicies others, Function<Share, Optional<String>> files) {
        var text = new StringBuilder(AnswerText.verdict(answer.verdict()));
        text.append(GAP).append(answer.reason());
        answer.shares().forEach(share -> text.append(GAP).append(share(share, files.apply(share))));
        assumed(others).forEach(one -> text.append(GAP).append("taken for granted: ").append(one));
        return text.toString();
    }

    /** Returns what is taken for granted beside what the policies say. */
    static List<String> assumed(OtherPolicies others) {
        var missing = new ArrayList<String>();
        missing.add("no other identity policies");
        others.boundary().ifPresentOrElse(given -> {}, () -> missing.add("no permissions boundary"));
        others.session().ifPresentOrElse(given -> {}, () -> missing.add("no session policy"));
        missing.add(others.scps().isEmpty() ? "no service control policies" : "no other service control policies");
        missing.add(others.rcps().isEmpty() ? "no resource control policies" : "no other resource control policies");
        var assumed = new ArrayList<String>();
        assumed.add("there are " + String.join(", ", missing) + ", and no endpoint's policy denies it");
        if (!others.scps().isEmpty()) {
            assumed.add("the caller's account isn't its organization's management account, to which no SCP applies");
        }
        if (!others.rcps().isEmpty()) {
            assumed.add("the repository's account isn't its organization's management account, to which no RCP applies");
        }
        return assumed;
    }

    private static String share(Share share, Optional<String> file) {
        return share.source().title()
                + file.map(name -> " " + Names.clean(name)).orElse("")
                + (share.source() == Decider.Source.SCP ? " on level " + (share.level() + 1) : "")
                + " " + share.says().words()
                + share.decidedBy().stream().map(AnswerText::statement).collect(Collectors.joining())
                        .replaceFirst("^, ", ": ");
    }
}
