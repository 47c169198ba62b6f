package dev.ecrbot.policy.lint;

import dev.ecrbot.problem.Guess;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The condition keys that a request to ECR may have, as AWS documented them in November 2026.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">IAM: global
 *     condition keys and when requests have them</a>
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonelasticcontainerregistry.html">ECR's
 *     own condition keys</a>
 */
final class ConditionKeys {
    /** Keys that AWS puts into requests which a service makes in its own name, and into no others. */
    private static final List<String> OF_SERVICES = List.of(
            "aws:SourceArn",
            "aws:SourceAccount",
            "aws:SourceOrgID",
            "aws:SourceOrgPaths",
            "aws:PrincipalServiceName",
            "aws:PrincipalServiceNamesList");
    /** Keys that tell of an identity in an account, which a service that calls in its own name hasn't. */
    private static final List<String> OF_IDENTITIES = List.of(
            "aws:PrincipalArn",
            "aws:PrincipalAccount",
            "aws:PrincipalOrgID",
            "aws:PrincipalOrgPaths",
            "aws:PrincipalTag/",
            "aws:username",
            "aws:userid",
            "aws:PrincipalType",
            "aws:FederatedProvider",
            "aws:MultiFactorAuthAge",
            "aws:MultiFactorAuthPresent",
            "aws:SourceIdentity",
            "aws:TokenIssueTime");

    private static final List<String> OTHERS = List.of(
            "aws:PrincipalIsAWSService",
            "aws:AssumedRoot",
            "aws:SignInSessionArn",
            "aws:ChatbotSourceArn",
            "aws:Ec2InstanceSourceVpc",
            "aws:Ec2InstanceSourcePrivateIPv4",
            "ec2:RoleDelivery",
            "ec2:SourceInstanceArn",
            "glue:RoleAssumedBy",
            "glue:CredentialIssuingService",
            "codebuild:BuildArn",
            "codebuild:ProjectArn",
            "lambda:SourceFunctionArn",
            "ssm:SourceInstanceArn",
            "identitystore:UserId",
            "aws:SourceIp",
            "aws:SourceVpc",
            "aws:SourceVpcArn",
            "aws:SourceVpce",
            "aws:VpceAccount",
            "aws:VpceOrgID",
            "aws:VpceOrgPaths",
            "aws:VpcSourceIp",
            "aws:ResourceAccount",
            "aws:ResourceOrgID",
            "aws:ResourceOrgPaths",
            "aws:ResourceTag/",
            "aws:CalledVia",
            "aws:CalledViaFirst",
            "aws:CalledViaLast",
            "aws:CalledViaAWSMCP",
            "aws:ViaAWSService",
            "aws:ViaAWSMCPService",
            "aws:IsMcpServiceAction",
            "aws:CurrentTime",
            "aws:EpochTime",
            "aws:referer",
            "aws:RequestedRegion",
            "aws:RequestTag/",
            "aws:TagKeys",
            "aws:SecureTransport",
            "aws:UserAgent",
            "ecr:ResourceTag/",
            "ecr:AccountSetting");

    private static final List<String> ALL =
            Stream.of(OF_SERVICES, OF_IDENTITIES, OTHERS).flatMap(List::stream).toList();
    private static final Set<String> FOLDED = folded(ALL);

    private ConditionKeys() {}

    /**
     * Returns whether requests to ECR may have the key. Identity providers have keys of their own, which begin with a host:
     * of them nothing is known here, so they are taken for known.
     */
    static boolean known(String key) {
        int colon = key.indexOf(':');
        return (colon > 0 && key.lastIndexOf('.', colon) > 0) || contains(FOLDED, key);
    }

    static boolean ofServicesOnly(String key) {
        return contains(folded(OF_SERVICES), key);
    }

    static boolean ofIdentitiesOnly(String key) {
        return contains(folded(OF_IDENTITIES), key);
    }

    /** Returns the key that is most likely meant: one that is spelt alike, or of which too much was written. */
    static Optional<String> meant(String key) {
        String prefixed = key.contains(":") ? key : "aws:" + key;
        String folded = fold(prefixed);
        return ALL.stream()
                .filter(one -> fold(one).equals(folded))
                .findFirst()
                .or(() -> Guess.near(prefixed, ALL))
                .or(() -> ALL.stream()
                        .filter(one -> one.length() > "aws:source".length() && within(fold(one), folded))
                        .max(Comparator.comparingInt(String::length)));
    }

    // A key that ends in a slash is completed by the name of a tag.
    private static boolean contains(Set<String> keys, String key) {
        String folded = fold(key);
        int slash = folded.indexOf('/');
        return (slash > 0 && slash < folded.length() - 1)
                ? keys.contains(folded.substring(0, slash + 1))
                : slash < 0 && keys.contains(folded);
    }

    /** Returns whether the letters of the one stand in the other, in their order. */
    private static boolean within(String one, String other) {
        int at = 0;
        for (int i = 0; i < other.length() && at < one.length(); i++) {
            at += one.charAt(at) == other.charAt(i) ? 1 : 0;
        }
        return at == one.length();
    }

    private static Set<String> folded(Collection<String> keys) {
        return keys.stream().map(ConditionKeys::fold).collect(Collectors.toUnmodifiableSet());
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
