package dev.ecrbot.rehearsal;

/** What isn't as a test of rules expects, and what is wrong with a file of them. */
final class RehearsalWords {
    private RehearsalWords() {}

    static String notJudged() {
        return "Only grant and revoke are judged by rules.";
    }

    static String refused(String code, String why) {
        return "expected allowed, but it is refused (" + code + "): " + why;
    }

    static String refusedOtherwise(String expected, String code, String why) {
        return "expected " + expected + ", but it is refused for another reason (" + code + "): " + why;
    }

    static String allowed(String rule) {
        return "expected refused, but rule " + rule + " allows it";
    }

    static String otherConditions(String expected, String rule, String given) {
        return "expected it to be given " + expected + ", but rule " + rule + " gives it " + given;
    }

    static String noConditions() {
        return "without conditions";
    }

    static String conditions(String terms) {
        return "if " + terms;
    }

    static String notByRule(String rule) {
        return "expected rule " + rule + " to approve it by itself, but people have to";
    }

    static String byRule(String rule) {
        return "expected people to approve it, but rule " + rule + " does by itself";
    }

    static String mayNotApprove(String user, String why) {
        return user + " may not approve it: " + why;
    }

    static String mayApprove(String user, String rule) {
        return user + " may approve it under rule " + rule;
    }

    static String rule(String name) {
        return "rule " + name;
    }

    static String noRule() {
        return "no rule";
    }

    static String otherRule(String expected, String deciding) {
        return "expected rule " + expected + " to decide, but " + deciding + " does";
    }

    static String noUser() {
        return "takes a user's id (U… or W…)";
    }

    static String noUserOrMachine() {
        return noUser() + ", or machine: and a machine's name";
    }

    static String noGroup() {
        return "stands under something that is no user group's id (S…)";
    }

    static String codeOfAllowed() {
        return "names a code, which only what is refused has";
    }

    static String noOutcome() {
        return "is allowed or refused";
    }

    static String noCode() {
        return "takes the code of a problem, no_rule for example";
    }
}
