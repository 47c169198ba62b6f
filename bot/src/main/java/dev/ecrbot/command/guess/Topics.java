package dev.ecrbot.command.guess;

import dev.ecrbot.command.word.RequestWord;
import dev.ecrbot.command.word.Word;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes a line of the grammar out of a question by what it is about: by the words in it that say so, whatever stands around
 * them, and by the repository or the request that it names.
 *
 * @param account whether a word is an account or an organization here, and so no repository
 */
record Topics(Predicate<String> account) {
    /** Words that begin a question, and never an ask for access. */
    private static final Pattern ASKING =
            Pattern.compile("(?:what(?:['’]?s)?|when|since|which|where|why|who(?:['’]?s)?|whom|whose|how|is|are"
                    + "|am|was|were|does|did|do (?:i|we)|has|any(?:thing)?|show|tell|list)\\b.*");

    /** Who used what they may: policies and records say nothing of that. */
    private static final Pattern USE = Pattern.compile(
            "(?<!\\bbe )\\b(?:pulled|pushed|downloaded|uploaded)\\b|\\bdid\\b.*\\b(?:pull|push)\\b(?! (?:access|rights|on))"
                    + "|\\b(?:still|ever|last|really|actually) (?:being )?(?:used?|pulls|pushes|pulling|pushing)\\b");

    private static final Set<String> BEFORE_A_REPOSITORY =
            Set.of("on", "to", "of", "from", "for", "in", "repo", "repository", "about");
    private static final Set<String> NEVER_A_REPOSITORY = Set.of(
            "it",
            "there",
            "them",
            "log",
            "expire",
            "end",
            "happen",
            "pull",
            "push",
            "read",
            "anywhere",
            "everywhere",
            "somewhere",
            "whom",
            "what",
            "request",
            "requests",
            "ask",
            "approve",
            "decide",
            "today",
            "yesterday",
            "tomorrow",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday");
    private static final Pattern REQUEST = Pattern.compile("req-[a-z0-9]{2,30}");

    private static final String US = "(?=.*\\b(?:i|me|my|we|us|our)\\b).*";
    private static final String MINE = "(?=.*\\b(?:i|my|mine|we|us|our|for me)\\b).*";
    private static final String WAITING = "\\b(?:wait\\w{0,4}|pending|undecided|to (?:approve|decide))\\b";
    private static final String END =
            "\\b(?:ends?|ending|expir\\w{1,4}|runs? out|running out|over|how long|left|renew|extend|prolong)\\b";
    private static final String PAST =
            "\\b(?:changed?|changes|happened|history|approved|denied|refused|gave|given|granted|removed"
                    + "|revoked|took|taken|asked|added|edited|touched|deleted|did)\\b";

    /** The first that fits is taken. */
    private static final List<Topic> ALL = List.of(
            topic("\\b(?:my|our) (?:\\w{1,20} )?requests?\\b", "requests mine $R", "requests mine"),
            topic(US + WAITING, "requests pending $R", "requests for me"),
            topic(WAITING, "requests pending $R", "requests pending"),
            topic("\\b(?:log ?in|log(?:ged)? on|sign in|authenticate)\\b", "login $R", "help login"),
            topic(
                    "\\b(?:approves?|approvers?|decides?|owners?|owns?|responsible|in charge|rules?"
                            + "|(?:do|must|should) (?:i|we) (?:have to |need to )?ask)\\b",
                    "rules $R",
                    "rules"),
            topic("\\bsince when\\b|\\bhow long (?:has|have|had)\\b", "history $R", "requests mine"),
            topic(US + PAST, "history $R", "requests mine"),
            topic(PAST, "history $R", "requests all"),
            topic(MINE + END, "status $R", "requests mine"),
            topic(END, "status $R", "requests ending"),
            topic(
                    "\\b(?:outside|outsiders?|external(?:ly)?|unknown|strangers?|third part(?:y|ies)|other compan(?:y|ies))\\b",
                    "status $R",
                    "audit unknown"),
            topic("\\b(?:public(?:ly)?|everybody|everyone|anybody|anyone|the world)\\b", "status $R", "audit public"),
            topic(US + "(?:who|which|what) .*\\b(pull|push|read|push-only)(?:s|ing)?\\b(?!-)", "who $1 $R", "whoami"),
            topic("who .*\\b(pull|push|read|push-only)(?:s|ing)?\\b(?!-)", "who $1 $R", "help who"),
            topic("(?:which|what) .*\\b(pull|push|read|push-only)(?:s|ing)?\\b(?!-)", "who $1 $R", "help access"),
            topic("(?:which|what) .*\\b(?:reach|see|use|get at)\\b", "status $R", "help access"),
            topic(US + "\\b(?:can|may|could|allowed|able)\\b", "status $R", "whoami"),
            topic(US, "status $R", "requests mine"),
            topic("\\b(?:wrong|problems?|broken|insecure|unsafe|risky|dangerous|findings?)\\b", "status $R", "audit"),
            topic("\\b(?:repos?|repository|repositories|images?)\\b", "status $R", "rules"),
            topic("", "status $R", ""));

    /**
     * What questions are about.
     *
     * @param words what has to be found in one
     * @param ofOne the line where a repository is named
     * @param atAll the line where none is; blank if there is none
     */
    private record Topic(Pattern words, String ofOne, String atAll) {
        Stream<String> line(String text, Optional<String> repository) {
            Matcher found = words.matcher(text);
            if (!found.find()) {
                return Stream.empty();
            }
            String line = repository.map(name -> ofOne.replace("$R", name)).orElse(atAll);
            return Stream.of(found.groupCount() == 0 ? line : line.replace("$1", found.group(1)))
                    .filter(some -> !some.isBlank());
        }
    }

    private static Topic topic(String words, String ofOne, String atAll) {
        return new Topic(Pattern.compile(words), ofOne, atAll);
    }

    /** Returns the lines that may answer the question, the likeliest first; none if it is no question. */
    List<String> lines(List<Word> words) {
        String text = text(words);
        if (!ASKING.matcher(text).matches()) {
            return List.of();
        }
        Optional<String> request = words.stream()
                .map(Fillers::lower)
                .filter(word -> REQUEST.matcher(word).matches() && RequestWord.isId(word))
                .findFirst();
        Optional<String> repository = repository(words);
        return Stream.concat(
                        request.stream().map("show "::concat),
                        ALL.stream()
                                .flatMap(topic -> topic.line(text, repository))
                                .limit(1))
                .toList();
    }

    /** Returns whether it is asked who used what they may. */
    static boolean ofUse(List<Word> words) {
        String text = text(words);
        return ASKING.matcher(text).matches() && USE.matcher(text).find();
    }

    private static String text(List<Word> words) {
        return words.stream().map(Fillers::lower).collect(Collectors.joining(" "));
    }

    /** Names with a slash are told at once; others only by the word before them. */
    private Optional<String> repository(List<Word> words) {
        return words.stream()
                .filter(word -> word.text().contains("/") && !account.test(word.text()))
                .findFirst()
                .or(() -> IntStream.range(1, words.size())
                        .filter(at -> (at == 1 && words.get(0).is("is"))
                                || BEFORE_A_REPOSITORY.contains(Fillers.lower(words.get(at - 1))))
                        .mapToObj(words::get)
                        .filter(this::mayBeARepository)
                        .findFirst())
                .map(Naming::quoted);
    }

    private boolean mayBeARepository(Word word) {
        return !Fillers.hardlyAName(word)
                && !NEVER_A_REPOSITORY.contains(Fillers.lower(word))
                && !account.test(word.text())
                && !REQUEST.matcher(Fillers.lower(word)).matches();
    }
}
