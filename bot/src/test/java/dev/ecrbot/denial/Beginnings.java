package dev.ecrbot.denial;

import dev.ecrbot.Thoroughness;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is left of a text whose end was cut off: all there can be, or in a build a third of them, another one for each text. */
final class Beginnings {
    private static final int STEP = Thoroughness.ofThisRun().of(3, 1);

    private Beginnings() {}

    static Stream<String> of(String text) {
        return IntStream.iterate(text.length() % STEP, length -> length < text.length(), length -> length + STEP)
                .mapToObj(length -> text.substring(0, length));
    }
}
