package dev.ecrbot.store;

import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PersonId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people a rule lists, as one text: {@code anyone} and ids, a blank between them. */
final class PeopleText {
    private static final String ANYONE = "anyone";

    private PeopleText() {}

    static String write(People people) {
        return Stream.of(
                        people.anyone() ? List.of(ANYONE) : List.<String>of(),
                        new TreeSet<>(people.users()),
                        new TreeSet<>(people.groups()))
                .flatMap(words -> words.stream())
                .collect(Collectors.joining(" "));
    }

    static People read(String text) {
        Set<String> words = Set.of(text.split(" "));
        return new People(
                words.contains(ANYONE),
                words.stream().filter(PersonId::isUser).collect(Collectors.toSet()),
                words.stream().filter(People::isGroup).collect(Collectors.toSet()));
    }
}
