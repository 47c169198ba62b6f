package dev.ecrbot.denial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * AWS's sentence about a refused request, as much of it as there is: “User: ARN is not authorized to perform: ACTION on
 * resource: ARN because no KIND policy allows the ACTION action”.
 *
 * @param service whose action it is, {@code ecr} for example; known even where the action's name was cut off
 * @param reason what AWS gives as the reason; none if it gives none or if that was cut off
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">IAM: access denied
 *     messages</a>
 */
record Sentence(
        Optional<Caller> caller,
        Optional<String> service,
        Optional<String> action,
        Optional<String> resource,
        Optional<Reason> reason) {
    private static final String ECR = "ecr";
    private static final String STS = "sts";
    private static final String CORE = "not authorized to perform";

    /** More are repetitions, or somebody's joke. */
    private static final int MOST = 50;

    private static final int LONGEST_CALLER = 800;
    private static final Pattern ACTION =
            Pattern.compile("\\s?:?\\s?[\"']?([a-z0-9-]{1,40}+):([a-z0-9*]{0,80}+)[\"']?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESOURCE = Pattern.compile(
            "[.,;]?\\s?on (?:the )?(?:resources?:?\\s?)?[\"']?(arn:[^\\s\"']{1,1200}+|\\*{1,20}+)[\"']?",
            Pattern.CASE_INSENSITIVE);

    /** Returns the sentences in the order of the text. */
    static List<Sentence> in(PlainText text) {
        var sentences = new ArrayList<Sentence>();
        int at = text.lower().indexOf(CORE);
        while (at >= 0 && sentences.size() < MOST) {
            sentences.add(read(text, at));
            at = text.lower().indexOf(CORE, at + CORE.length());
        }
        if (sentences.isEmpty()) {
            cutInTheMiddle(text).ifPresent(sentences::add);
        }
        return sentences;
    }

    private static Sentence read(PlainText text, int core) {
        Optional<Caller> caller = callerBefore(text, core);
        Matcher action = ACTION.matcher(text.text())
                .region(core + CORE.length(), text.text().length());
        if (!action.lookingAt()) {
            return only(caller);
        }
        boolean whole = action.end() < text.text().length() && !text.cutAt(action.end());
        Optional<String> service = Optional.of(action.group(1).toLowerCase(Locale.ROOT));
        Optional<String> name = Optional.of(action.group(1) + ":" + action.group(2))
                .filter(written -> whole || (!text.cut() && Actions.isKnown(written)))
                .map(Actions::canonical);
        Matcher resource =
                RESOURCE.matcher(text.text()).region(action.end(), text.text().length());
        if (!resource.lookingAt()) {
            return new Sentence(caller, service, name, Optional.empty(), Reason.at(text, action.end()));
        }
        int end = withoutPunctuation(text.text(), resource.start(1), resource.end(1));
        Optional<String> arn =
                Optional.of(text.text().substring(resource.start(1), end)).filter(it -> !text.cutAt(resource.end(1)));
        return new Sentence(caller, service, name, arn, Reason.at(text, resource.end(1)));
    }

    private static Sentence only(Optional<Caller> caller) {
        return new Sentence(caller, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns where the ARN ends, without the tag of a web page and what ends a sentence. */
    private static int withoutPunctuation(String text, int from, int to) {
        int tag = text.indexOf("</", from);
        int end = tag > from && tag < to ? tag : to;
        while (end > from && ".,;:)]}".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Returns a sentence of which only the caller and a beginning of the next words are left. */
    private static Optional<Sentence> cutInTheMiddle(PlainText text) {
        String seen = text.lower().substring(0, text.end());
        String phrase = " is " + CORE;
        for (int length = phrase.length() - 1; length >= " is".length(); length--) {
            if (seen.endsWith(phrase.substring(0, length))) {
                return callerBefore(text, seen.length() - length + " is ".length())
                        .map(caller -> only(Optional.of(caller)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Caller> callerBefore(PlainText text, int core) {
        int end = core - " is ".length();
        if (end < 0 || !text.lower().startsWith(" is", end)) {
            return Optional.empty();
        }
        int start = Math.max(text.text().lastIndexOf(' ', end - 1) + 1, end - LONGEST_CALLER);
        String word = text.text().substring(Math.min(start, end), end);
        int arn = word.toLowerCase(Locale.ROOT).lastIndexOf("arn:");
        String named = arn < 0 ? word.substring(word.lastIndexOf(':') + 1) : word.substring(arn);
        return Caller.parse(named.replaceAll("[\"'(),.;]++$", ""));
    }

    /**
     * Returns whether it is about ECR.
     *
     * @param otherwise what goes for a sentence that ends before the action
     */
    boolean ofEcr(boolean otherwise) {
        return service.map(ECR::equals).orElse(otherwise);
    }

    /** Returns whether it is about the service by which roles are taken on. */
    boolean ofSts() {
        return service.filter(STS::equals).isPresent();
    }

    /** Returns how much of the sentence there is. */
    int completeness() {
        return (caller.isPresent() ? 1 : 0)
                + (action.isPresent() ? 2 : 0)
                + (resource.isPresent() ? 1 : 0)
                + (reason.filter(Reason::whole).isPresent() ? 2 : reason.isPresent() ? 1 : 0);
    }
}
