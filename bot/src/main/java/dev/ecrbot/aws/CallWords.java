package dev.ecrbot.aws;

import dev.ecrbot.ecr.AccountId;

/** What is said of the bot's calls to AWS, and of the role under which it makes them. */
final class CallWords {
    private CallWords() {}

    static String role(String arn) {
        return "role " + arn;
    }

    static String ownIdentity() {
        return "the identity that the bot runs with";
    }

    static String account(AccountId id) {
        return "account " + id;
    }

    static String unnamedAccount() {
        return "an account that STS didn't name";
    }

    static String noPolicyText() {
        return "AWS's answer holds no policy text";
    }

    static String noSessions() {
        return "There is no role, so a write has all that the process's own identity may do, and CloudTrail shows no request.";
    }

    static String sessions(String shown) {
        return "Each write gets a session that reaches one policy alone; CloudTrail shows of it " + shown + ".";
    }

    static String showsNothing() {
        return "nothing of the request";
    }

    static String showsRequest() {
        return "the request's id";
    }

    static String showsPeople() {
        return "the request's id, who asked and who decided";
    }

    static String showsPeopleBeside() {
        return "the request's id, and beside AssumeRole who asked and who decided";
    }

    static String takesSourceIdentity() {
        return "The role takes a source identity, too: with attribution: source_identity CloudTrail also shows who"
                + " asked and who decided.";
    }

    static String takesNoSourceIdentity() {
        return "CloudTrail doesn't show who asked and who decided: the role takes no source identity.";
    }

    static String mayNot(String actions, String arn) {
        return "IAM says that the role may not " + actions + " at " + arn + ".";
    }

    static String makeTheRole() {
        return "Make the role as config/aws/registry-role.yaml does; for rules with “patterns: true” set its parameter"
                + " RegistryPolicy. Where it is kept from that repository on purpose, let no rule be for it.";
    }

    static String mayAsNeeded(String arn) {
        return "IAM says that the role may do what the bot does, and nothing else at " + arn + ".";
    }

    static String mayMore(String actions, String arn) {
        return "IAM says that the role may do more than the bot needs: " + actions + " at " + arn + ".";
    }

    static String takeOut() {
        return "Take that out of the role's policies; config/aws/registry-role.yaml has what is needed.";
    }

    static String noCredentials() {
        return "AWS's tools find no credentials here.";
    }
}
