package dev.ecrbot.problem;

import static dev.ecrbot.problem.Typed.quote;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import java.util.Collection;

/**
 * What is wrong with the words that say who is meant: a role, a user, an organization, functions. What people typed is quoted here; an
 * {@code example} is a whole command.
 */
public final class PrincipalProblems {
    private static final String ARN =
            "Write it like arn:aws:iam::222222222222:role/ci-deployer, or as account and role: sales ci-deployer.";
    private static final String FUNCTIONS =
            "Write it like lambda:sales for all functions of an account, or lambda:sales/ci-* for some.";

    private PrincipalProblems() {}

    public static Problem wildcard(String typed) {
        return malformed(
                quote(typed) + " has a wildcard in it; AWS accepts none inside a principal.",
                "Name one role, for example ci-deployer, or the account alone for all of it.");
    }

    public static Problem notRoot(String typed) {
        return malformed(
                quote(typed) + " isn't a principal.",
                "Write root alone for the whole account, or role/root for a role of that name.");
    }

    public static Problem notASession(String typed) {
        return malformed(
                quote(typed) + " isn't a session of a role.",
                "A session is written assumed-role/ROLE/SESSION, without the role's path.");
    }

    public static Problem notAFederatedUser(String typed) {
        return malformed(
                quote(typed) + " isn't a federated user.",
                "A federated user is written federated-user/NAME; the name has 2 to 32 characters.");
    }

    public static Problem idOfRole(String typed) {
        return id(typed, "the id that AWS keeps of a role, shown once that role was deleted");
    }

    public static Problem idOfUser(String typed) {
        return id(typed, "the id that AWS keeps of a user, shown once that user was deleted");
    }

    public static Problem idOfAccessKey(String typed) {
        return id(typed, "the id of an access key");
    }

    public static Problem idOfSomething(String typed) {
        return id(typed, "an id that AWS made");
    }

    private static Problem id(String typed, String of) {
        return malformed(
                quote(typed) + " is " + of + ", not a name.",
                "Name the role itself, for example ci-deployer. An id that stands in a policy belonged to somebody who"
                        + " was deleted: “revoke” takes it out.");
    }

    public static Problem somebodyInSlack(String typed) {
        return malformed(
                quote(typed) + " is somebody in Slack, and not a role in AWS.",
                "Name the role that is to get access, for example ci-deployer. If a role is called so, write its whole ARN.");
    }

    public static Problem severalRoles(String typed) {
        return malformed(
                quote(typed) + " would be one role with a comma in its name.",
                "Ask for each role by itself. If the comma belongs to the name, write the role's whole ARN.");
    }

    public static Problem group() {
        return cannotHaveAccess(
                "A group can't be given access: AWS accepts roles, users and accounts, but not groups.");
    }

    public static Problem instanceProfile() {
        return cannotHaveAccess("An instance profile can't be given access, but the role in it can.");
    }

    public static Problem policy() {
        return cannotHaveAccess("A policy can't be given access: it says what is allowed, not who.");
    }

    public static Problem identityProvider() {
        return cannotHaveAccess(
                "An identity provider can't be given access here, but the role that its people assume can.");
    }

    public static Problem secondFactor() {
        return cannotHaveAccess("A second factor can't be given access, but its user can.");
    }

    public static Problem certificate() {
        return cannotHaveAccess("A certificate can't be given access.");
    }

    public static Problem otherKind(String typed) {
        return cannotHaveAccess(quote(typed) + " isn't a role, a user or an account.");
    }

    private static Problem cannotHaveAccess(String why) {
        return malformed(why, "Name a role (ci-deployer), a user (user/ada) or the account alone.");
    }

    /** @param kind role or user */
    public static Problem nameMissing(String kind) {
        return malformed("The " + kind + "'s name is missing.", likePath(kind));
    }

    /** @param kind role or user */
    public static Problem nameMissingAfter(String kind, String path) {
        return malformed("The " + kind + "'s name is missing after " + quote(path) + ".", likePath(kind));
    }

    private static String likePath(String kind) {
        return "Write it like " + kind + "/ci/deployer.";
    }

    /** @param kind role or user */
    public static Problem badName(String typed, String kind) {
        return malformed(
                quote(typed) + " can't be a " + kind + "'s name: it has 1 to 64 letters, digits and + = , . @ _ -.",
                "For example: ci-deployer.");
    }

    /** @param kind role or user */
    public static Problem badPath(String typed, String kind) {
        return malformed(
                quote(typed) + " can't be a " + kind + "'s path.",
                "A path looks like /ci/ or /teams/payments/ and has at most 512 characters.");
    }

    public static Problem partialArn(String typed) {
        return malformed(quote(typed) + " isn't a whole ARN.", ARN);
    }

    public static Problem arnOfOtherService(String typed, String service) {
        return malformed(
                quote(typed) + " is an ARN of the service " + quote(service) + ", not of a role, user or account.",
                ARN);
    }

    public static Problem notAPartition(String typed) {
        return malformed(quote(typed) + " isn't a partition of AWS.", ARN);
    }

    public static Problem arnWithoutAccount(String typed) {
        return malformed(quote(typed) + " has no account id of 12 digits in it.", ARN);
    }

    public static Problem arnWithRegion(String typed) {
        return malformed(quote(typed) + " has a Region in it; principals have none.", ARN);
    }

    public static Problem iamAndStsMixed(String typed) {
        return malformed(
                quote(typed) + " mixes iam and sts: roles, users and root stand under iam, sessions under sts.", ARN);
    }

    public static Problem inOtherPartition(String typed, Partition its, Partition wanted) {
        return otherPartition(typed, its, wanted, "a principal");
    }

    public static Problem functionsInOtherPartition(String typed, Partition its, Partition wanted) {
        return otherPartition(typed, its, wanted, "functions");
    }

    private static Problem otherPartition(String typed, Partition its, Partition wanted, String whom) {
        return new Problem(
                Code.PARTITION_MISMATCH,
                quote(typed) + " is in partition " + its + ", but the repository is in " + wanted
                        + "; access can't cross partitions.",
                "Name " + whom + " in " + wanted + ", or another repository.");
    }

    public static Problem inOtherAccount(String role, AccountId account, String typed) {
        return malformed(
                quote(role) + " isn't in account " + account + ", which " + quote(typed) + " stands for.",
                "Leave the account out, or correct one of the two.");
    }

    public static Problem saidAlready(String extra, String first, String example) {
        return new Problem(
                Code.COMMAND_MALFORMED,
                quote(extra) + " is one word too many: " + quote(first) + " already says who.",
                "Leave it out, or put “because” before a reason. For example: " + example);
    }

    public static Problem notInAnAccount(String typed) {
        return malformed(
                quote(typed) + " isn't an account, or somebody in one.",
                "Name an account, and perhaps a role in it: the answer has what it gets from its organization, too.");
    }

    public static Problem functionsWithoutAccount(String typed) {
        return malformed("The account is missing in " + quote(typed) + ".", FUNCTIONS);
    }

    public static Problem badFunctions(String typed) {
        return malformed(
                quote(typed)
                        + " can't be the name of functions: use letters, digits, - and _, with * and ? as wildcards.",
                FUNCTIONS);
    }

    public static Problem notAFunction(String typed) {
        return malformed(
                quote(typed) + " isn't the ARN of a function; a version or an alias can't stand at its end.",
                FUNCTIONS);
    }

    /** @param organizations the names of those that are configured */
    public static Problem organizationUnknown(String typed, Collection<String> organizations) {
        String id = "an id, org:o-abc123def4 for example.";
        String known =
                organizations.isEmpty() ? "Write " + id : "Write a name (" + Typed.list(organizations) + ") or " + id;
        return malformed(
                "There is no organization " + quote(typed) + " here.", Guess.didYouMean(typed, organizations, known));
    }

    public static Problem notAUnit(String typed, String organization) {
        return malformed(
                quote(typed) + " isn't a unit of an organization.",
                "Write all the ids from the root down, org:" + organization + "/r-ab12/ou-ab12-11111111 for example.");
    }

    private static Problem malformed(String what, String next) {
        return new Problem(Code.PRINCIPAL_MALFORMED, what, next);
    }
}
