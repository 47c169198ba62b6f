package dev.ecrbot.denial;

import java.util.List;

/**
 * A reason as AWS writes it behind a denial, and what it means.
 *
 * @param text with %s for the action
 * @param grant whether an Allow in the repository's policy can be what is missing
 */
record Reasons(String text, Half half, boolean grant) {
    private static final String DETAILS = ". Go to https://us-east-1.console.aws.amazon.com/iam/home?region=us-east-1"
            + "#/authorization-details/7f3k9q2m5x8z1a4b for complete details, or call the GetRequestAuthorizationDetails API"
            + " with the following authorization id: 7f3k9q2m5x8z1a4b";

    static final List<Reasons> ALL = List.of(
            new Reasons(" because no identity-based policy allows the %s action", Half.IDENTITY, false),
            new Reasons(" because no resource-based policy allows the %s action", Half.RESOURCE, true),
            new Reasons(" because no service control policy allows the %s action", Half.OTHER, false),
            new Reasons(" because no VPC endpoint policy allows the %s action", Half.NETWORK, false),
            new Reasons(" because no session policy allows the %s action", Half.OTHER, false),
            new Reasons(" because no permissions boundary allows the %s action", Half.OTHER, false),
            new Reasons(" with an explicit deny in an identity-based policy", Half.IDENTITY, false),
            new Reasons(" with an explicit deny in a resource-based policy", Half.RESOURCE, false),
            new Reasons(" with an explicit deny in a service control policy", Half.OTHER, false),
            new Reasons(" with an explicit deny transitively in a service control policy", Half.OTHER, false),
            new Reasons(" with an explicit deny in a resource control policy", Half.OTHER, false),
            new Reasons(" with an explicit deny in a VPC endpoint policy", Half.NETWORK, false),
            new Reasons(" with an explicit deny in a session policy", Half.OTHER, false),
            new Reasons(" with an explicit deny in a sessions policy", Half.OTHER, false),
            new Reasons(" with an explicit deny in a permissions boundary", Half.OTHER, false),
            new Reasons(
                    " with an explicit deny in a service control policy: arn:aws:organizations::999999999999:policy/o-abc123def4/"
                            + "service_control_policy/p-12345678",
                    Half.OTHER,
                    false),
            new Reasons(
                    " with an explicit deny in an identity-based policy: arn:aws:iam::222222222222:policy/DenyEcr"
                            + DETAILS,
                    Half.IDENTITY,
                    false),
            new Reasons(" because no resource-based policy allows the %s action" + DETAILS, Half.RESOURCE, true),
            new Reasons(" with an explicit deny", Half.OTHER, false),
            new Reasons("", Half.BOTH, true));

    String of(String action) {
        return text.replace("%s", action);
    }

    /** Returns how much of the text it takes until everybody knows which kind of policy is meant. */
    int telling() {
        for (String kind : List.of("-based", "service", "control", "endpoint", "session", "permissions")) {
            int at = text.indexOf(kind);
            if (at >= 0) {
                return at + kind.length();
            }
        }
        return text.length();
    }
}
