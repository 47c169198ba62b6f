package dev.ecrbot.command.guess;

import dev.ecrbot.ecr.LoginTool;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes lines of the grammar out of questions as people put them to each other. */
final class Questions {
    private static final String NAME = "([^\\s?]{1,200})";
    private static final String REPOSITORY = "([^\\s?]{1,100}/[^\\s?]{1,200})";
    private static final String TOOL = "(" + String.join("|", LoginTool.typed()) + ")";
    private static final String STATE = "(?:what(?:'?s| is) )?(?:the )?(?:status|state) ";

    private static final String WHETHER =
            "(?:can|may|does|do|did|is|has|have|why (?:can['’]?t|cannot|can not|doesn['’]?t|does not)) ";
    private static final String WHOLE = "(?:the )?(?:whole |entire |all of )?";
    private static final String HAS = " (?:still |already )?(?:have |has |get |able to |allowed to )?";
    private static final String ON = " (?:access |rights |permission )?(?:from |to |on |of )?";

    private static final String UNABLE =
            " (?:can'?t|can ?not|couldn'?t|is(?:n'?t| not) able to) (pull|push|read) (?:images? )?(?:from |to )?";

    private static final List<Question> ALL = List.of(
            question("who (?:has|have|got|gets) (?:any )?access (?:to|on|of) " + NAME, "status $1"),
            question("who can (?:access|reach|use) " + NAME, "status $1"),
            question("who (?:has |have )?acc?ess? (?:to |on |of )?" + NAME, "status $1"),
            question(
                    "who (?:approved|asked for|requested|granted|gave|changed) [^?]*?" + REPOSITORY + "[^?]*",
                    "history $1"),
            question("who " + NAME, "status $1"),
            question("who am i", "whoami"),
            question(WHETHER + NAME + " (?:in|of|from) " + NAME + HAS + NAME + ON + NAME, "can $2 $1 $3 $4"),
            question(WHETHER + NAME + HAS + NAME + ON + NAME, "can $1 $2 $3"),
            question(WHETHER + WHOLE + "account " + NAME + HAS + NAME + ON + NAME, "can $1 $2 $3"),
            question(WHETHER + WHOLE + NAME + "(?: account)?" + HAS + NAME + ON + NAME, "can $1 $2 $3"),
            question(
                    "why (?:can['’]?t|cannot|can not) (?!i |we )" + NAME + "(?: (?:in|of|from) " + NAME
                            + ")? (?:pull|push|read)(?: images?)?",
                    "help can"),
            question(
                    "why (?:can['’]?t|cannot|can not|couldn['’]?t) (?:i|we) (?:pull|push|read|log ?in)(?: images?| any ?more)?",
                    "help explain"),
            question("(?:can|may|could|am) (?:i|we)" + HAS + "(pull|push|read)" + ON + NAME, "who $1 $2"),
            question(
                    "what (?:can|does|may) " + NAME + " (?:in|of|from) " + NAME + " (?:access|reach|pull|see|do|have)",
                    "access $2 $1"),
            question("what (?:can|does|may) " + NAME + " " + NAME + " (?:access|reach|pull|see)", "access $1 $2"),
            question("what (?:can|does|may) " + NAME + " (?:access|reach|pull|see)", "access $1"),
            question(
                    "(?:what|which) (?:can|does|do|has) " + NAME + " (?:have |got )?(?:any )?access (?:to|on)",
                    "access $1"),
            question(
                    "(?:what|which) (?:access )?(?:does|do|has) " + NAME + " (?:have|got)(?: access)?(?: to)?",
                    "access $1"),
            question(
                    "(?:show|list|tell)(?: me)? (?:everything|all|the access)(?: access)? (?:for|of|about) " + NAME,
                    "access $1"),
            question("(?:show|list|see)(?: me)? (?:all )?(?:the )?(?:grants?|access) (?:of|for) " + NAME, "access $1"),
            question("(?:show|list|see)(?: me)? (?:all )?(?:the |my |our )?(?:repos?|repositor(?:y|ies))", "rules"),
            question("(?:(?:show|list|see)(?: me)? )?(?:all )?(?:my |our |the )?requests?", "requests mine"),
            question(
                    "(?:(?:show|list|see)(?: me)? )?(?:all )?(?:my |our )(?:open|pending|waiting) (?:requests?|asks?)",
                    "requests mine"),
            question(
                    "(?:(?:show|list|see)(?: me)? )?(?:all )?(?:the )?(?:open|pending|waiting) (?:requests?|asks?)",
                    "requests pending"),
            question(STATE + "(?:of|for) (?:my|our) (?:requests?|asks?|access)", "requests mine"),
            question(STATE + "(?:of|for|on) " + NAME + " (?:for|of|and) " + NAME, "status $1 $2"),
            question(STATE + "(?:of|for|on) " + NAME, "status $1"),
            question("how long has [^?]*?" + REPOSITORY + "[^?]*", "history $1"),
            question(
                    "(?:when|until when|how long) (?:does|do|will|can|has) [^?]*?" + REPOSITORY + "[^?]*", "status $1"),
            question(
                    "why (?:can'?t|can ?not|does(?:n'?t| not)|is(?:n'?t| not)) " + NAME + " " + NAME + " (?:to |from )?"
                            + NAME,
                    "can $1 $2 $3"),
            question(
                    "why (?:can'?t|can ?not|does(?:n'?t| not)|is(?:n'?t| not)) " + NAME + " (?:in|of|from) " + NAME
                            + " " + NAME + " (?:to |from )?" + NAME,
                    "can $2 $1 $3 $4"),
            question(NAME + " (?:in|of|from) " + NAME + UNABLE + NAME, "can $2 $1 $3 $4"),
            question(NAME + " " + NAME + UNABLE + NAME, "can $1 $2 $3 $4"),
            question(NAME + UNABLE + NAME, "can $1 $2 $3"),
            question("when (?:does|do|will) (?:my|our) [a-z ]{1,40}(?:end|expire|run out)", "requests mine"),
            question(
                    "(?:is|are|what is) (?:there )?(?:anything|something|any repositories|repositories) (?:that is )?public",
                    "audit public"),
            question(
                    "why (?:is|was|does|did|are|can'?t|can ?not|do|am) (?![^?]*\\breq(?:-|uests?\\b))[^?]*(?:denied|fail|fails|failing|refused|forbidden)",
                    "help explain"),
            question("[^?]* (?:does(?:n'?t| not)|is(?:n'?t| not)|not) work(?:ing)?(?: any ?more)?", "help explain"),
            question(
                    "how (?:do|can|to|should|would) [^?]*?(?:pull|push)[^?]*?" + REPOSITORY
                            + " (?:from|in|on|with|for|using|by) (?:[^?\\s]{1,40} ){0,3}?" + TOOL + "(?: [^?]*)?",
                    "login $1 for $2"),
            question(
                    "how (?:do|can|to|should|would) [^?]*?(?:pull|push) [^?]*?" + REPOSITORY + "(?: [^?]*)?",
                    "login $1"),
            question(
                    "(?:please )?(?:show|give|get|print)(?: me)? (?:the )?(?:json|policy|policies)(?: (?:json|text|document))?"
                            + " (?:of|for|on|from) " + NAME,
                    "export $1 json"),
            question(
                    "(?:docker )?(pull|push)(?:ing)?(?: of| from| to)? " + REPOSITORY
                            + " (?:is |was |gets |keeps )?(?:denied|refused|forbidden|fail(?:s|ed|ing)?)"
                            + " (?:for|by|from|with|as) " + NAME + "(?: " + NAME + ")?",
                    "can $3 $4 $1 $2"),
            question("(?:all )?(?:of )?my (?:stuff|things|requests|asks)", "requests mine"),
            question(
                    "(?:how (?:does|do) (?:this|it|that|you|(?:the |this )?(?:bot|thing)|ecr-?bot) work|what(?:['’]?s| is) this"
                            + "|what (?:can|do|does) (?:you|this|it|(?:the |this )?bot|ecr-?bot) do)",
                    "help"),
            question("what(?:['’]?s| is) (?:the )?difference between (?:pull|push|read)[^?]*", "help grant"),
            question("(?:how|where) (?:do|can|to|should) [^?]*(?:access|pull|push|ask|request)[^?]*", "help"));

    /**
     * One kind of question.
     *
     * @param line what it stands for, with what is in brackets in the pattern
     */
    private record Question(Pattern pattern, String line) {
        Stream<String> read(String text) {
            Matcher matcher = pattern.matcher(text);
            return matcher.matches() ? Stream.of(matcher.replaceFirst(line)) : Stream.empty();
        }
    }

    private Questions() {}

    /** Returns the lines that the text may stand for, the likeliest first. */
    static List<String> lines(String text) {
        return ALL.stream().flatMap(question -> question.read(text)).toList();
    }

    private static Question question(String pattern, String line) {
        return new Question(Pattern.compile(pattern + "\\s{0,3}\\?{0,3}", Pattern.CASE_INSENSITIVE), line);
    }
}
