package dev.ecrbot.cli;

import dev.ecrbot.cli.words.ExplainWords;
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
        denial.action().ifPresent(action -> lines.add(ExplainWords.tried(PrincipalLabels.clean(action))));
        where(denial.place()).ifPresent(where -> lines.add(ExplainWords.where(where)));
        denial.caller().ifPresent(caller -> lines.add(ExplainWords.by(who(caller))));
        lines.add(ExplainWords.half(half(denial.half()), denial.confident()));
        lines.addAll(looked.found());
        lines.add(ExplainWords.next(looked.next()));
        looked.ask().ifPresent(ask -> lines.add(ExplainWords.ask(ask)));
        lines.addAll(details(denial.details()));
        return String.join(System.lineSeparator(), lines);
    }

    private static Optional<String> where(ImagePlace place) {
        List<String> parts = Stream.of(
                        place.repository().map(name -> ExplainWords.repository(name.value())),
                        place.registry().map(account -> ExplainWords.registry(account.value())),
                        place.region().map(region -> ExplainWords.in(region.value())))
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private static String who(Caller caller) {
        return PrincipalLabels.clean(caller.words()) + " (" + PrincipalLabels.clean(caller.text()) + ")";
    }

    private static String half(Half half) {
        return switch (half) {
            case RESOURCE -> ExplainWords.resource();
            case IDENTITY -> ExplainWords.identity();
            case BOTH -> ExplainWords.both();
            case LOGIN -> ExplainWords.login();
            case NETWORK -> ExplainWords.network();
            case NOTFOUND -> ExplainWords.notFound();
            case OTHER -> ExplainWords.other();
        };
    }

    private static List<String> details(AccessDetails details) {
        String shown = Stream.of(details.authorizationId().map(ExplainWords::authorizationId), details.link())
                .flatMap(Optional::stream)
                .reduce((id, link) -> id + ", " + link)
                .orElse("");
        return shown.isEmpty() ? List.of() : List.of(ExplainWords.ownRecord(shown));
    }
}
