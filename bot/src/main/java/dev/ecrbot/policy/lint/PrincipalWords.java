package dev.ecrbot.policy.lint;

import static dev.ecrbot.policy.PrincipalLabels.clean;

import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Condition;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The words of findings about whom a statement is for. Whoever is {@code whom} is named as people read it, as the beginning of a sentence; what
 * is {@code written} is cleaned here.
 */
final class PrincipalWords {
    private static final String ADD_ACCOUNT = "Add the account to the configuration, or take the principal out.";

    private PrincipalWords() {}

    static Wording everyoneAllowed() {
        return everyone("no condition says who is meant.");
    }

    static Wording everyoneAllowed(List<Condition> conditions) {
        return everyone("what is asked for keeps no stranger out: "
                + conditions.stream()
                        .map(condition -> condition.operator() + " " + condition.key() + " "
                                + String.join(", ", condition.values()))
                        .map(written -> clean(written))
                        .collect(Collectors.joining("; "))
                + ".");
    }

    private static Wording everyone(String why) {
        return new Wording(
                Kind.PUBLIC_PRINCIPAL,
                "Everyone who has an AWS identity is allowed this, and " + why,
                "Name the accounts, or add StringEquals on aws:PrincipalOrgID.");
    }

    static Wording allowsAllOthers() {
        return notPrincipal("Allow with NotPrincipal gives this to everyone who isn't listed.");
    }

    static Wording deniesAllOthers() {
        return notPrincipal(
                "Deny with NotPrincipal also hits sessions and accounts of those it excepts, unless each is listed.");
    }

    private static Wording notPrincipal(String what) {
        return new Wording(Kind.NOT_PRINCIPAL, what, "Name those who are meant in Principal.");
    }

    static Wording orphaned(String orphan) {
        return new Wording(
                Kind.ORPHANED_PRINCIPAL,
                orphan + " is all that is left of a deleted principal; nobody can use it.",
                "Take it out: AWS may refuse every later change of this policy because of it.");
    }

    static Wording otherPartition(String written, Partition home) {
        return new Wording(
                Kind.PRINCIPAL_OF_OTHER_PARTITION,
                clean(written) + " is in another partition, and can't reach this registry from there.",
                "Name a principal whose ARN starts with arn:" + home + ":.");
    }

    static Wording wildcard(String written) {
        return new Wording(
                Kind.WILDCARD_IN_PRINCIPAL,
                "“" + clean(written) + "” has a wildcard inside an ARN, which IAM doesn't know in principals.",
                "Name the account, and narrow it with ArnLike on aws:PrincipalArn.");
    }

    static Wording unseen(String written) {
        return new Wording(
                Kind.PRINCIPAL_MALFORMED,
                "“" + clean(written) + "” holds a character that can't be seen, shown here as ?.",
                "Type it anew.");
    }

    static Wording malformed(String written) {
        return malformed(written, "Check the account, the path and the name.");
    }

    static Wording notFilledIn(String written) {
        return malformed(
                written,
                written.contains("${")
                        ? "If Terraform or CloudFormation should have filled in ${…}, check how the text is made."
                        : "If a template should have filled in {{…}}, check how the text is made.");
    }

    private static Wording malformed(String written, String next) {
        return new Wording(
                Kind.PRINCIPAL_MALFORMED, "“" + clean(written) + "” isn't a principal as AWS writes it.", next);
    }

    static Wording accountUnknown(String whom) {
        return new Wording(Kind.UNKNOWN_ACCOUNT, whom + " isn't among the configured ones.", ADD_ACCOUNT);
    }

    static Wording ofUnknownAccount(String whom) {
        return new Wording(Kind.UNKNOWN_ACCOUNT, whom + " belongs to an account that isn't configured.", ADD_ACCOUNT);
    }

    static Wording organizationUnknown(OrganizationId organization) {
        return new Wording(
                Kind.UNKNOWN_ORGANIZATION,
                "The organization " + organization + " isn't configured.",
                "Add the organization to the configuration, or take it out.");
    }

    static Wording ownAccount() {
        return new Wording(
                Kind.SAME_ACCOUNT,
                "The statement names the registry's own account: that only leaves the decision to its identity policies.",
                "Leave it out unless it says so on purpose.");
    }

    static Wording ofOwnAccount(String whom) {
        return new Wording(
                Kind.SAME_ACCOUNT,
                whom + " is of the registry's own account: it gains this without an identity policy.",
                "Keep it if it is meant; otherwise use an identity policy.");
    }

    /** @param builds whether CodeBuild is among the services */
    static Wording confusedDeputy(Collection<String> services, boolean builds) {
        return new Wording(
                Kind.SERVICE_WITHOUT_SOURCE,
                String.join(", ", services)
                        + " is allowed this for whoever makes it call (a confused deputy): no condition on"
                        + " aws:SourceArn, aws:SourceAccount or aws:SourceOrgID says for whom.",
                "Add StringEquals on aws:SourceAccount, or ArnLike on aws:SourceArn."
                        + (builds
                                ? " Projects of other accounts can't pull as the service: name their service role"
                                        + " (imagePullCredentialsType SERVICE_ROLE)."
                                : ""));
    }

    static Wording federated() {
        return unsupported(
                "Principals of the type Federated stand in trust policies of roles; to ECR nobody comes as one.");
    }

    static Wording forS3Alone(String type) {
        return unsupported("Principals of the type " + clean(type) + " are for S3 alone; to ECR nobody comes as one.");
    }

    private static Wording unsupported(String what) {
        return new Wording(Kind.UNSUPPORTED_PRINCIPAL, what, "Name the role that is assumed, or the account.");
    }
}
