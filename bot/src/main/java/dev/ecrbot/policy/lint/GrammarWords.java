package dev.ecrbot.policy.lint;

import static dev.ecrbot.policy.PrincipalLabels.clean;

import dev.ecrbot.problem.Guess;
import java.util.Collection;
import java.util.Optional;

/** The words of findings for which AWS takes no such policy, in whatever way its statements or it itself are written wrongly. */
final class GrammarWords {
    private static final String OPERATORS = "Write {\"StringEquals\": {\"aws:PrincipalOrgID\": \"o-…\"}}, for example.";
    private static final String QUOTES = "Put it in quotes, or take it out.";

    private GrammarWords() {}

    /** @param near the element that most likely is meant */
    static Wording unknownInPolicy(String name, Optional<String> near) {
        return refused(
                Kind.ELEMENT_UNKNOWN,
                "“" + clean(name) + "” is no element of a policy; upper and lower case count.",
                near.map(GrammarWords::write).orElse("Take it out; names for statements go into their Sid."));
    }

    /** @param near the element that most likely is meant */
    static Wording unknownInStatement(String name, Optional<String> near) {
        return refused(
                Kind.ELEMENT_UNKNOWN,
                "“" + clean(name) + "” is no element of a statement; upper and lower case count.",
                near.map(GrammarWords::write).orElse("Take it out."));
    }

    static Wording noEffect(String effect, Collection<String> effects) {
        return refused(
                Kind.EFFECT_INVALID,
                "Effect has to be Allow or Deny; “" + clean(effect) + "” is neither, upper and lower case count.",
                Guess.near(effect, effects).map(GrammarWords::write).orElse("Write the one that is meant."));
    }

    static Wording bothOf(String name, String opposite) {
        return refused(
                Kind.ELEMENT_CONFLICT,
                name + " and " + opposite + " stand in one statement.",
                "Keep the one that is meant.");
    }

    static Wording missing(String name) {
        return refused(Kind.ELEMENT_MISSING, "The statement has no " + name + ".", "Add " + name + ".");
    }

    static Wording principalsAreText(String name, String text) {
        return principals(name, "the text “" + clean(text) + "”.");
    }

    static Wording principalsAreNeither(String name) {
        return principals(name, "neither.");
    }

    private static Wording principals(String name, String here) {
        return refused(
                Kind.PRINCIPAL_FORM,
                name + " has to be \"*\" or a map that says which type of principals it names; here it is " + here,
                "Write {\"AWS\": \"…\"} for accounts, roles and users, {\"Service\": \"…\"} for services.");
    }

    static Wording noTypeOfPrincipals(String type, Collection<String> known) {
        return refused(
                Kind.PRINCIPAL_TYPE,
                "“" + clean(type) + "” is no type of principals; upper and lower case count.",
                Guess.near(type, known).map(GrammarWords::write).orElse("Write AWS or Service."));
    }

    static Wording statementNoObject() {
        return form("A statement has to be an object", "Write {\"Effect\": …, \"Principal\": …, \"Action\": …}.");
    }

    static Wording sidNoText() {
        return form("Sid has to be a text", QUOTES);
    }

    static Wording idNoText() {
        return form("Id has to be a text", QUOTES);
    }

    static Wording notTexts(String name) {
        return form(name + " has to be a text or an array of texts", "Put each entry in quotes, in one array.");
    }

    static Wording conditionNoMap() {
        return form("Condition has to be a map of operators", OPERATORS);
    }

    static Wording operatorNoMap() {
        return form("An operator in Condition has to have a map of keys", OPERATORS);
    }

    static Wording keyWithoutValue() {
        return form("A key in Condition has to have a text, a number, true or false, or an array of those", OPERATORS);
    }

    static Wording versionInvalid(String version, String present, String old) {
        return refused(
                Kind.VERSION_INVALID,
                "Version has to be " + present + " or " + old
                        + ", since it names the language and not the policy's age;" + " “" + clean(version)
                        + "” is neither.",
                "Write \"" + present + "\".");
    }

    private static Wording form(String what, String next) {
        return refused(Kind.OPAQUE_STATEMENT, what + ".", next);
    }

    private static String write(String near) {
        return "Write " + near + ".";
    }

    private static Wording refused(Kind kind, String what, String next) {
        return new Wording(kind, what + " AWS refuses the whole policy.", next);
    }
}
