package dev.ecrbot.interview;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Asks, reads a line, and asks again where it can't be what was asked for; gives up where that leads nowhere. */
final class Questions {
    private static final int TRIES = 10;
    private static final int LONGEST = 2_000;
    private static final int SHOWN = 60;
    private static final int ECHOED = 60;

    private final Reader in;
    private final PrintStream out;

    Questions(Reader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    void say(String line) {
        out.println(line);
    }

    /**
     * Asks for one thing.
     *
     * @param preset taken where nothing is typed; empty if something has to be
     * @param wrong says what is wrong with an answer; empty if nothing is
     */
    String one(String question, String preset, Function<String, Optional<String>> wrong) {
        return asked(question, preset, typed -> typed, wrong);
    }

    /** As {@link #one}, where the number of something offered may be typed in place of its id. */
    String one(String question, Offers offers, String preset, Function<String, Optional<String>> wrong) {
        list(offers);
        return asked(question, preset, typed -> chosen(typed, offers), wrong);
    }

    /** As {@link #one}, for one or more, with commas or blanks between them. */
    List<String> some(String question, Offers offers, String preset, Function<String, Optional<String>> wrong) {
        list(offers);
        var found = new ArrayList<String>();
        asked(question, preset, typed -> typed, typed -> {
            found.clear();
            var all = new LinkedHashSet<String>();
            for (String part : typed.split("[,\\s]+", -1)) {
                if (!part.isEmpty()) {
                    all.add(chosen(part, offers));
                }
            }
            found.addAll(all);
            return all.isEmpty()
                    ? Optional.of(InterviewWords.nothingNamed())
                    : all.stream().flatMap(each -> wrong.apply(each).stream()).findFirst();
        });
        return List.copyOf(found);
    }

    private void list(Offers offers) {
        if (!offers.why().isEmpty()) {
            say("  (" + offers.why() + ")");
        }
        int number = 1;
        for (Map.Entry<String, String> offer : offers.all()) {
            if (number > SHOWN) {
                say("  " + InterviewWords.more(offers.all().size() - SHOWN));
                break;
            }
            say("  " + number + ") " + offer.getValue() + "  " + offer.getKey());
            number++;
        }
    }

    private static String chosen(String typed, Offers offers) {
        if (!typed.matches("[0-9]{1,3}")) {
            return typed;
        }
        int number = Integer.parseInt(typed);
        return number >= 1 && number <= Math.min(SHOWN, offers.all().size())
                ? offers.all().get(number - 1).getKey()
                : typed;
    }

    private String asked(
            String question,
            String preset,
            Function<String, String> meaning,
            Function<String, Optional<String>> wrong) {
        for (int tries = 0; tries < TRIES; tries++) {
            out.print(question + (preset.isEmpty() ? ": " : " [" + preset + "]: "));
            out.flush();
            String typed = line();
            String answer = meaning.apply(typed.isEmpty() ? preset : typed);
            Optional<String> trouble =
                    answer.isEmpty() ? Optional.of(InterviewWords.nothingTyped()) : wrong.apply(answer);
            if (trouble.isEmpty()) {
                return answer;
            }
            say("  " + trouble.get());
        }
        throw new GaveUp(InterviewWords.tooManyTries(TRIES));
    }

    /** Returns how something typed is repeated: in one line, and no longer than people read. */
    static String shown(String typed) {
        String clean = typed.replaceAll("\\p{C}", "?");
        return "“" + (clean.length() > ECHOED ? clean.substring(0, ECHOED) + "…" : clean) + "”";
    }

    private String line() {
        var line = new StringBuilder();
        try {
            int next = in.read();
            if (next < 0) {
                throw new GaveUp(InterviewWords.inputEnded());
            }
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (line.length() < LONGEST) {
                    line.append((char) next);
                }
            }
        } catch (IOException e) {
            throw new GaveUp(InterviewWords.inputUnreadable());
        }
        return line.toString().strip();
    }
}
