package dev.ecrbot.denial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * Makes denials from the facts: every reason in every wrapper, several times, with callers, actions, partitions and hosts drawn at
 * random, and then bent, cut or masked. The seed is fixed, so the texts are the same in every run.
 */
final class Corpus {
    private static final long SEED = 20_261_129;
    // Most denials lead to no ask, and those that do are to be many enough to be counted.
    private static final int WITH_GRANT = 8;
    private static final int WITHOUT = 2;
    private static final String OWNER = "111111111111";
    private static final String OTHER = "222222222222";
    private static final List<String> NAMES =
            List.of("payments/api", "docker-hub/library/alpine", "web", "a.b/c__d/e-f_g");

    private final Random random = new Random(SEED);
    private final List<Sample> samples = new ArrayList<>();

    private Corpus() {}

    static List<Sample> all() {
        var corpus = new Corpus();
        for (Reasons reason : Reasons.ALL) {
            for (Wrapper wrapper : Wrapper.ALL) {
                for (int i = 0; i < (reason.grant() ? WITH_GRANT : WITHOUT); i++) {
                    corpus.add(corpus.draw(reason, wrapper));
                }
            }
        }
        return corpus.samples;
    }

    /** A denial before anything happens to its text. */
    private record Draft(
            Reasons reason,
            Wrapper wrapper,
            Attempt tried,
            Home home,
            String host,
            String repository,
            String owner,
            String arn,
            Optional<String> principal) {

        String sentence() {
            return "User: " + arn + " is not authorized to perform: " + tried.action() + " on resource: arn:"
                    + home.partition() + ":ecr:" + home.region() + ":" + OWNER + ":repository/" + repository
                    + reason.of(tried.action());
        }

        String text() {
            return wrapper.of(host + "/" + repository, host, tried.name(), sentence());
        }

        Optional<String> ask() {
            return reason.grant() ? unreasoned() : Optional.empty();
        }

        /** Returns the ask as it would be if AWS gave no reason. */
        Optional<String> unreasoned() {
            return owner.equals(OWNER)
                    ? Optional.empty()
                    : tried.access(wrapper.does() == Wrapper.Does.PUSH)
                            .flatMap(access -> principal.map(whom -> "grant " + access + " " + OWNER
                                    + home.domains().get(0) + "/" + repository + " " + whom));
        }
    }

    private Draft draw(Reasons reason, Wrapper wrapper) {
        Home home = any(Home.ALL);
        Who who = any(Who.ALL);
        String owner = random.nextInt(5) == 0 ? OWNER : OTHER;
        return new Draft(
                reason,
                wrapper,
                any(wrapper.attempts()),
                home,
                OWNER + any(home.domains()),
                any(NAMES),
                owner,
                in(who.arn(), home, owner),
                who.principal().map(arn -> in(arn, home, owner)));
    }

    private static String in(String arn, Home home, String owner) {
        return arn.replace("{p}", home.partition()).replace("{a}", owner);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private void add(Draft draft) {
        String text = draft.text();
        int kind = random.nextInt(12);
        switch (kind) {
            case 0 -> cut(draft, 255);
            case 1 -> cut(draft, text.length() - random.nextInt(Math.min(90, text.length() / 2)));
            case 2 -> masked(draft);
            case 3 -> whole("wrapped at words", draft, Wrapping.atWords(text, 60 + random.nextInt(60), ""));
            case 4 -> whole("wrapped in a frame", draft, Wrapping.atWords(text, 60 + random.nextInt(60), "\u2502 "));
            case 5 -> whole("broken at a width", draft, Wrapping.atWidth(text, 60 + random.nextInt(60)));
            case 6 ->
                whole(
                        "capitals",
                        draft,
                        text.replace("User: ", "USER: ")
                                .replace(" is not authorized to perform: ", " IS NOT AUTHORIZED TO PERFORM: ")
                                .replace(
                                        draft.tried().action(),
                                        draft.tried().action().toLowerCase(Locale.ROOT)));
            case 7, 8, 9, 10 -> {
                Passage passage = any(List.of(Passage.values()));
                whole(passage.name(), draft, passage.of(text));
            }
            default -> whole("as it is", draft, text);
        }
    }

    private void whole(String bend, Draft draft, String text) {
        Half half = draft.reason().half();
        samples.add(new Sample(
                draft.wrapper().name() + ", " + bend,
                text,
                half,
                half,
                Optional.of(draft.tried().action()),
                Optional.of(draft.repository()),
                Optional.of(OWNER),
                Optional.of(draft.home().region()),
                Optional.of(draft.arn()),
                draft.ask()));
    }

    private void masked(Draft draft) {
        Half half = draft.reason().half();
        samples.add(new Sample(
                draft.wrapper().name() + ", masked",
                draft.text().replace(OWNER, "***").replace(OTHER, "***"),
                half,
                half,
                Optional.of(draft.tried().action()),
                Optional.of(draft.repository()),
                Optional.empty(),
                Optional.of(draft.home().region()),
                Optional.of(draft.arn().replace(OWNER, "***").replace(OTHER, "***")),
                Optional.empty()));
    }

    /** Leaves out the end; nothing is expected of what can't be seen any more. */
    private void cut(Draft draft, int length) {
        String full = draft.text();
        String text = full.substring(0, Math.min(length, full.length()));
        String sentence = draft.sentence();
        int visible = Math.min(sentence.length(), text.length() - full.indexOf(sentence));
        int arn = "User: ".length() + draft.arn().length();
        int action = sentence.indexOf(draft.tried().action())
                + draft.tried().action().length();
        int resource = sentence.indexOf(draft.repository()) + draft.repository().length();
        int reason =
                sentence.length() - draft.reason().of(draft.tried().action()).length();
        boolean told = visible
                >= sentence.length()
                        - draft.reason().of(draft.tried().action()).length()
                        + draft.reason().telling();
        boolean deny = visible >= sentence.indexOf(" with an explicit deny") + " with an explicit deny".length();
        boolean denied = draft.reason().text().startsWith(" with") && deny;
        int image = full.indexOf(draft.host() + "/" + draft.repository());
        boolean placed = visible > resource
                || (image >= 0
                        && image
                                        + draft.host().length()
                                        + 1
                                        + draft.repository().length()
                                < text.length());
        boolean tried = visible > action || draft.wrapper().text().contains("pull access denied");
        boolean asks = placed && tried && visible > arn + 3;
        samples.add(new Sample(
                draft.wrapper().name() + ", cut off at " + text.length(),
                text,
                draft.reason().half(),
                told ? draft.reason().half() : denied ? Half.OTHER : Half.BOTH,
                visible > action ? Optional.of(draft.tried().action()) : Optional.empty(),
                visible > resource ? Optional.of(draft.repository()) : Optional.empty(),
                visible > resource ? Optional.of(OWNER) : Optional.empty(),
                visible > resource ? Optional.of(draft.home().region()) : Optional.empty(),
                visible > arn + 3 ? Optional.of(draft.arn()) : Optional.empty(),
                asks && (draft.reason().grant() || visible <= reason) ? draft.unreasoned() : Optional.empty()));
    }
}
