package dev.ecrbot.problem;

import static dev.ecrbot.problem.Typed.quote;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What keeps a sentence, a form, or a line with lists in it, from being read as something that can be asked for. An {@code example} is a
 * whole command that there is.
 */
public final class SentenceProblems {
    private static final int SHOWN = 3;

    private SentenceProblems() {}

    public static Problem pastUseUnknown() {
        return new Problem(
                Code.COMMAND_UNKNOWN,
                "ecr-bot knows who may pull and push, and not who did: neither policies nor its records say that.",
                "CloudTrail in the registry's account has it, as BatchGetImage and PutImage. Who may: /ecr who pull, and the repository.");
    }

    public static Problem severalCommands() {
        return malformed(
                "Several commands stand in one line, so nothing was asked for.",
                "Send one after the other. What differs in a name only can be one command with a list:"
                        + " payments/api,payments/worker.");
    }

    public static Problem severalAccesses(List<String> named, String example) {
        return malformed(
                "Several kinds of access are named: " + shown(named) + ".",
                "Name one; push includes pull. For example: " + example);
    }

    /** @param word what turns a sentence into its contrary, or does not */
    public static Problem unclearWord(String word, String grant, String revocation) {
        return malformed(
                "With “" + word + "” in it, that can mean different things, so nothing was asked for.",
                "Say it as one command. To give access: " + grant + " – to take it away: " + revocation);
    }

    public static Problem notOneName(String word, String example) {
        return malformed(
                "“" + word + "” can't be asked for: each ask names its repositories and accounts.",
                "A pattern such as payments/* stands for many repositories. For example: " + example);
    }

    public static Problem serviceOrRole() {
        return malformed(
                "“lambda” can be a role's name, or functions of an account, so nothing was asked for.",
                "For functions write lambda:sales, or lambda:sales/ci-* for some; a role's name stands in quotes: \"lambda\".");
    }

    /** @param accesses the words that there are */
    public static Problem accessNotSaid(List<String> accesses, String example) {
        return malformed("It isn't said which access: " + Choice.of(accesses) + ".", "For example: " + example);
    }

    public static Problem placesMissing(String example) {
        return malformed("The repository and the account are missing.", "For example: " + example);
    }

    public static Problem repositoryMissing(String example) {
        return malformed("The repository is missing.", "For example: " + example);
    }

    public static Problem accountMissing(String example) {
        return malformed("The account, which says who it is about, is missing.", "For example: " + example);
    }

    /** @param names those of which it can't be told what they are */
    public static Problem unclearNames(List<String> names, String example) {
        return malformed(
                "ecr-bot can't tell what each of these is: " + shown(names) + ".",
                "Leave out what isn't needed, put “because” before the reason, and commas between the names of a list, as in"
                        + " ci-deployer, nightly-build. For example: " + example);
    }

    private static String shown(List<String> words) {
        String some = words.stream().limit(SHOWN).map(word -> "“" + word + "”").collect(Collectors.joining(", "));
        return words.size() > SHOWN ? some + ", and " + (words.size() - SHOWN) + " more" : some;
    }

    public static Problem hardlyAName(String word) {
        return malformed(
                "“" + word + "” stands where the name of a repository or a role is expected, so nothing was asked for.",
                "If that really is its name, put it in quotes: \"" + word + "\". Otherwise leave it out; "
                        + "each ask is for one repository and one account or role.");
    }

    /** @param lines the commands that it can be read as, without the slash command */
    public static Problem severalWays(List<String> lines) {
        String ways = lines.size() == 2 ? "two ways" : "several ways";
        String more = lines.size() > SHOWN ? ", for example" : "";
        return malformed(
                "That can be read in " + ways + more + ": "
                        + lines.stream()
                                .limit(SHOWN)
                                .map(line -> "“/ecr " + line + "”")
                                .collect(Collectors.joining(" or "))
                        + ".",
                "Nothing was asked for. Type the one that you mean.");
    }

    /** @param problem why what stands in the field is no name */
    public static Problem roomForOneName(Problem problem) {
        return new Problem(
                problem.code(),
                "Here is room for one name.",
                "Several at once are asked for in one line: grant pull payments/api,payments/worker sales ci-deployer.");
    }

    public static Problem listNamesSameThing() {
        return malformed("The list names the same thing twice, and nothing else.", "Name it once.");
    }

    public static Problem listsOfTooManyGrants(int many, int most) {
        return listsTooLong(many + " grants", most);
    }

    public static Problem listsOfTooManyRevocations(int many, int most) {
        return listsTooLong(many + " revocations", most);
    }

    private static Problem listsTooLong(String many, int most) {
        return malformed(
                "These lists stand for " + many + " or more, and at most " + most + " can be asked for at once.",
                "Ask for some of them first, and for the others after that.");
    }

    public static Problem patternInList(String pattern) {
        return malformed(
                "The pattern " + quote(pattern) + " can't stand in a list.",
                "Ask for the pattern alone, since it is about the registry's own policy.");
    }

    public static Problem forOneGrantOnly(String word) {
        return malformed(quote(word) + " is for one grant at a time.", "Leave it out, or ask for them one by one.");
    }

    public static Problem notAList(String typed) {
        return malformed(
                quote(typed) + " isn't a list of things of one kind.",
                "Write one comma between each two of its names: payments/api,payments/worker. A name with a comma in it"
                        + " stands in quotes.");
    }

    private static Problem malformed(String what, String next) {
        return new Problem(Code.COMMAND_MALFORMED, what, next);
    }
}
