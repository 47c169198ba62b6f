package dev.ecrbot.policy.lint;

import static dev.ecrbot.policy.PrincipalLabels.clean;

import java.util.Optional;

/** The words of findings about conditions, their keys, values and variables. What is written in the policy is cleaned here. */
final class ConditionWords {
    private ConditionWords() {}

    static Wording operatorUnknown(String operator) {
        return new Wording(
                Kind.UNKNOWN_OPERATOR,
                "“" + clean(operator) + "” isn't a condition operator of IAM.",
                "Check the spelling and the case.");
    }

    static Wording qualifierMissing(String key, String operator) {
        return new Wording(
                Kind.MISSING_QUALIFIER,
                "A request may have several values of " + clean(key)
                        + ", and the operator doesn't say whether one of them counts or all.",
                "Write ForAnyValue:" + clean(operator) + ", or ForAllValues if every value has to match.");
    }

    static Wording forAllValues(String key) {
        return new Wording(
                Kind.FOR_ALL_VALUES,
                "ForAllValues is met by requests that have no " + clean(key) + " at all.",
                "Leave ForAllValues away for a key with one value; for one with several add Null with false.");
    }

    /** @param meant the key that most likely is; so in the next ones */
    static Wording keyNotGlobal(String key, Optional<String> meant) {
        return keyUnknown("“" + clean(key) + "” is no global condition key.", meant);
    }

    static Wording keyNeverSent(String key, Optional<String> meant) {
        return keyUnknown("“" + clean(key) + "” is no key that a request to ECR has.", meant);
    }

    static Wording keyWithoutPrefix(String key, Optional<String> meant) {
        return keyUnknown(
                "“" + clean(key) + "” has no prefix: the key of a condition is written aws:… or ecr:….", meant);
    }

    private static Wording keyUnknown(String what, Optional<String> meant) {
        return new Wording(
                Kind.UNKNOWN_CONDITION_KEY,
                what,
                meant.map(key -> "Did you mean " + (key.endsWith("/") ? key + "TAG" : key) + "?")
                        .orElse("Take it out, or use a key that requests to ECR have."));
    }

    static Wording keyOfServices(String key) {
        return new Wording(
                Kind.KEY_NEVER_PRESENT,
                "Requests by roles, users and accounts never have " + clean(key) + ", so this is about none of them.",
                "For accounts use aws:PrincipalAccount or name them in Principal; for services name the service.");
    }

    static Wording servicesOnly(String key) {
        return new Wording(
                Kind.KEY_NEVER_PRESENT,
                "No role or user has " + clean(key) + " in its requests: this lets services in, and nobody else.",
                "For accounts use aws:PrincipalAccount; if a service is meant, name it in Principal.");
    }

    static Wording keyOfIdentities(String key) {
        return new Wording(
                Kind.KEY_NEVER_PRESENT,
                "Requests by services never have " + clean(key) + ", so this isn't about the service that is named.",
                "For services use aws:SourceAccount, aws:SourceArn or aws:SourceOrgID.");
    }

    /** @param wanted what the operator takes, to go on after “it takes” */
    static Wording valueMalformed(String operator, String value, String wanted) {
        return new Wording(
                Kind.CONDITION_VALUE_MALFORMED,
                clean(operator) + " can't compare “" + clean(value) + "”: it takes " + wanted + ".",
                "Correct the value, or use another operator.");
    }

    /** @param like the operator that takes wildcards */
    static Wording noWildcard(String operator, String value, String like) {
        return new Wording(
                Kind.WILDCARD_WITHOUT_LIKE,
                clean(operator) + " takes the * in “" + clean(value) + "” for a star and not for a wildcard.",
                "Write " + clean(like) + " if a wildcard is meant.");
    }

    static Wording variableNotFilled(String operator, String value) {
        return new Wording(
                Kind.VARIABLE_NOT_FILLED,
                clean(operator) + " fills no variables: “" + clean(value) + "” stands for itself.",
                "Write the value out, or compare texts or ARNs.");
    }

    static Wording variableInOldVersion() {
        return new Wording(
                Kind.VARIABLE_IN_OLD_VERSION,
                "In this version of the policy language ${…} stands for itself and not for a value of the request.",
                "Set Version to 2012-10-17 if variables are meant.");
    }

    static Wording variableNotClosed(String text) {
        return variableMalformed("A variable in “" + clean(text) + "” has no closing }.");
    }

    static Wording variableWithoutName(String text) {
        return variableMalformed("A variable in “" + clean(text) + "” has no name.");
    }

    private static Wording variableMalformed(String what) {
        return new Wording(Kind.VARIABLE_MALFORMED, what, "Write it ${aws:PrincipalAccount}, for example.");
    }

    static Wording variableUnknown(String name, Optional<String> meant) {
        return new Wording(
                Kind.VARIABLE_UNKNOWN,
                "No request has a value for “${" + clean(name) + "}”.",
                meant.map(key -> "Did you mean ${" + key + "}?")
                        .orElse(
                                "If Terraform or CloudFormation should have filled it in, check how the text is made."));
    }

    static Wording variableOfSeveral(String name) {
        return new Wording(
                Kind.VARIABLE_OF_SEVERAL,
                "A request may have several values of " + clean(name)
                        + ", and IAM doesn't say which of them a variable stands for.",
                "Use a key with one value, or write out what is meant.");
    }
}
