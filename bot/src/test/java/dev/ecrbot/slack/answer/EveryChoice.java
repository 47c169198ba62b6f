package dev.ecrbot.slack.answer;

import dev.ecrbot.command.Which;
import dev.ecrbot.command.guess.Line;
import dev.ecrbot.command.word.Until;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.request.Grant;
import dev.ecrbot.desk.request.Request;
import dev.ecrbot.desk.request.RequestState;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.slack.EveryMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What may be chosen from where somebody named nothing, at each step. */
final class EveryChoice {
    private EveryChoice() {}

    /** Returns what each step can be about: as much as there can be, one, and nothing. */
    static List<Finding> all(String text) {
        Request request = EveryMessage.request(text, RequestState.PENDING);
        var choices = new ArrayList<Finding>();
        for (Which.Step step : Which.Step.values()) {
            boolean held = step == Which.Step.EXTEND || step == Which.Step.END;
            var asked = new Which(
                    step,
                    List.of("payments/api", "x" + text.replace("\"", "")),
                    new Until.None(),
                    false,
                    Optional.empty());
            for (int many : new int[] {8, 1, 0}) {
                choices.add(new Finding.Choice(
                        asked,
                        IntStream.range(0, held ? many : 0)
                                .mapToObj(number -> to(EveryHome.grant(number), text))
                                .map(grant -> new Finding.Choice.Held(
                                        grant,
                                        Optional.of(new Line("extend " + grant.id() + " because "
                                                        + text.substring(0, Math.min(300, text.length()))))
                                                .filter(line -> step == Which.Step.EXTEND && many > 0)))
                                .toList(),
                        IntStream.range(0, held ? 0 : many)
                                .mapToObj(number ->
                                        EveryHome.entry(request, number).request())
                                .toList(),
                        many == 8 ? 1_000 : 0,
                        many == 0 ? 3 : 0,
                        many == 1 ? List.of() : Collections.nCopies(40, text)));
            }
        }
        return choices;
    }

    private static Grant to(Grant grant, String text) {
        return new Grant(
                grant.id(),
                grant.registry(),
                grant.target(),
                new Principal.Other("Federated", text),
                grant.access(),
                grant.requester(),
                grant.since(),
                grant.until(),
                grant.state(),
                grant.ended());
    }
}
