package dev.ecrbot.ecr;

import static java.util.stream.Collectors.joining;

/**
 * The other half of access across accounts: the policy that the principal still needs in its own account.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push.html">Permissions for pushing</a>
 */
public record IdentityPolicy(Target target, Access access) {

    /** Returns the policy as JSON, indented, ready to be pasted into IAM. */
    public String json() {
        String actions =
                access.actions().stream().map(a -> "        \"" + a + "\"").collect(joining(",\n"));
        // The login call knows no resource, so it can't be narrowed to the repository.
        return """
                {
                  "Version": "2012-10-17",
                  "Statement": [
                    {
                      "Sid": "EcrLogin",
                      "Effect": "Allow",
                      "Action": "ecr:GetAuthorizationToken",
                      "Resource": "*"
                    },
                    {
                      "Sid": "EcrRepository",
                      "Effect": "Allow",
                      "Action": [
                %s
                      ],
                      "Resource": "%s"
                    }
                  ]
                }""".formatted(actions, target.arn());
    }
}
