package dev.ecrbot.slack.answer;

import dev.ecrbot.desk.checkup.Checkup;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.rules.People;
import dev.ecrbot.slack.message.Samples;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What admins are told of every kind. */
final class EveryCheckup {

    private EveryCheckup() {}

    static List<Checkup> all(String text) {
        List<Examined> found = Stream.of(
                        Examined.wrong(text, text, text, text),
                        Examined.unchecked(text, text, text, text),
                        Examined.fine(text, text, text))
                .flatMap(each -> Collections.nCopies(40, each).stream())
                .toList();
        return List.of(
                new Checkup.Begun(Collections.nCopies(50, text), false),
                new Checkup.Begun(List.of(), true),
                new Checkup.Going(1, 2, 1, text),
                new Checkup.Over(found, Samples.WEEK),
                new Checkup.Over(List.of(), Samples.WEEK),
                new Checkup.NotYours(Optional.of(new People(false, Set.of("U0ANNA"), Set.of("S0ADMINS")))),
                new Checkup.NotYours(Optional.empty()));
    }
}
