package dev.ecrbot.ecr;

import static java.util.stream.Collectors.joining;

/**
 * The other half of access across accounts: the policy that the principal still needs in its own account.
 *
 * @param login whether it allows docker's login, which those need who fetch images themselves
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push.html">Permissions for pushing</a>
 */
public record IdentityPolicy(Target target, Access access, boolean login) {

    // The login call knows no resource, so it can't be narrowed to the repository.
    private static final String LOGIN = """
                {
                  "Sid": "EcrLogin",
                  "Effect": "Allow",
                  "Action": "ecr:GetAuthorizationToken",
                  "Resource": "*"
                },
            """;

    /** A policy that allows the login, too. */
    public IdentityPolicy(Target target, Access access) {
        this(target, access, true);
    }

    /** Returns the policy as JSON, indented, ready to be pasted into IAM. */
    public String json() {
        String actions =
                access.actions().stream().map(a -> "        \"" + a + "\"").collect(joining(",\n"));
        return """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                %s    {
                      "Sid": "EcrRepository",
                      "Effect": "Allow",
                      "Action": [
                %s
                      ],
                      "Resource": "%s"
                    }
                  ]
                }""".formatted(login ? LOGIN : "", actions, target.arn());
    }
}
