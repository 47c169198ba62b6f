package dev.ecrbot.config;

import dev.ecrbot.ecr.AccountId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom AWS says a caller is: a role, whatever its session is called, or a user. Names of roles and of users are unique in their
 * account, whatever their paths; a session's ARN doesn't show its role's path.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 */
public record AwsCaller(String partition, AccountId account, Kind kind, String name) {
    private static final String NAME = "(?<name>[\\w+=,.@-]{1,64})";
    private static final Pattern CONFIGURED = Pattern.compile(
            "arn:(?<partition>aws[a-z-]*):iam::(?<account>[0-9]{12}):(?<kind>role|user)/(?:[\\x21-\\x7E]{1,510}/)?"
                    + NAME);
    private static final Pattern SESSION = Pattern.compile(
            "arn:(?<partition>aws[a-z-]*):sts::(?<account>[0-9]{12}):assumed-role/" + NAME + "/[\\w+=,.@-]{2,64}");

    /** What a caller can be. */
    public enum Kind {
        ROLE,
        USER
    }

    /** Returns the role or user with this ARN. */
    public static Optional<AwsCaller> configured(String arn) {
        return of(CONFIGURED.matcher(arn))
                .map(parts -> caller(parts, parts.group("kind").equals("role") ? Kind.ROLE : Kind.USER));
    }

    /** Returns who it is whom {@code GetCallerIdentity} names so; empty for the root user and for federated ones. */
    public static Optional<AwsCaller> named(String arn) {
        return of(SESSION.matcher(arn))
                .map(parts -> caller(parts, Kind.ROLE))
                .or(() -> configured(arn).filter(caller -> caller.kind == Kind.USER));
    }

    private static Optional<Matcher> of(Matcher parts) {
        return Optional.of(parts).filter(Matcher::matches);
    }

    private static AwsCaller caller(Matcher parts, Kind kind) {
        return new AwsCaller(
                parts.group("partition"), new AccountId(parts.group("account")), kind, parts.group("name"));
    }
}
