package dev.ecrbot.cli;

import dev.ecrbot.denial.AccessDetails;
import dev.ecrbot.denial.Caller;
import dev.ecrbot.denial.Denial;
import dev.ecrbot.denial.Half;
import dev.ecrbot.denial.ImagePlace;
import dev.ecrbot.policy.PrincipalLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says to the person who pasted a text what it means. */
final class DenialText {
    private DenialText() {}

    static String of(Denial denial, ExplainCommand.Looked looked) {
        if (!denial.ofEcr()) {
            return denial.next();
        }
        var lines = new ArrayList<String>();
        denial.action().ifPresent(action -> lines.add("Tried: " + PrincipalLabels.clean(action)));
        where(denial.place()).ifPresent(where -> lines.add("Where: " + where));
        denial.caller().ifPresent(caller -> lines.add("By:    " + who(caller)));
        lines.add("Half:  " + half(denial.half())
                + (denial.confident() ? "; the text says so." : "; the text alone doesn't make that sure."));
        lines.addAll(looked.found());
        lines.add("Next:  " + looked.next());
        looked.ask().ifPresent(ask -> lines.add("Ask:   /ecr " + ask));
        lines.addAll(details(denial.details()));
        return String.join(System.lineSeparator(), lines);
    }

    private static Optional<String> where(ImagePlace place) {
        List<String> parts = Stream.of(
                        place.repository().map(name -> "repository " + name),
                        place.registry().map(account -> "registry " + account),
                        place.region().map(region -> "in " + region))
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static String who(Caller caller) {
        return PrincipalLabels.clean(caller.words()) + " (" + PrincipalLabels.clean(caller.text()) + ")";
    }

    private static String half(Half half) {
        return switch (half) {
            case RESOURCE -> "resource, the policy of the repository or its registry";
            case IDENTITY -> "identity, the caller's own policies";
            case BOTH -> "the repository's policy, the caller's own, or both";
            case LOGIN -> "login, before any policy was asked";
            case NETWORK -> "network, the way to ECR or to the layers";
            case NOTFOUND -> "notfound, no such repository or image there";
            case OTHER -> "other, nothing that a grant could change";
        };
    }

    private static List<String> details(AccessDetails details) {
        String shown = Stream.of(details.authorizationId().map(id -> "authorization id " + id), details.link())
                .flatMap(Optional::stream)
                .reduce((id, link) -> id + ", " + link)
                .orElse("");
        return shown.isEmpty()
                ? List.of()
                : List.of("AWS's own record, for you only (keep it out of channels and tickets): " + shown);
    }
}
