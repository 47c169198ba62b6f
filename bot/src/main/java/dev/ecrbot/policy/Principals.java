package dev.ecrbot.policy;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads entries of a {@code Principal} element.
 *
 * <p>What is no well-formed ARN of a role, user, account, session or federated user, and nothing else that is known,
 * becomes {@link Principal.Other}; nothing is refused. Wildcards inside an ARN mean nothing to IAM, so such an entry is
 * an {@code Other} too.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">IAM:
 *     Principal</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers: paths,
 *     names and unique ids</a>
 */
public final class Principals {
    private static final String NAME = "[\\w+=,.@-]";
    private static final Pattern ARN = Pattern.compile("arn:([a-z-]{1,20}):(iam|sts)::([0-9]{12}):(.{1,1024})");
    private static final Pattern ENTITY = Pattern.compile("(role|user)(/(?:[!-~]{0,510}/)?)(" + NAME + "{1,64})");
    private static final Pattern SESSION = Pattern.compile("assumed-role/(" + NAME + "{1,64})/(" + NAME + "{2,64})");
    private static final Pattern FEDERATED_USER = Pattern.compile("federated-user/(" + NAME + "{2,32})");
    // A pattern may be longer than a name: stars in it can stand for nothing.
    private static final Pattern FUNCTIONS =
            Pattern.compile("arn:([a-z-]{1,20}):lambda:([a-z0-9-]{1,30}):([0-9]{12}):function:([\\w*?-]{1,140})");
    private static final Pattern ORPHAN = Pattern.compile("(?:AROA|AIDA)[A-Z0-9]{4,124}");
    private static final Pattern HOST = Pattern.compile("[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,8}");

    private Principals() {}

    /**
     * Returns the principal with this {@linkplain Principal#type() type} and {@linkplain Principal#text() text}; a bare
     * account id is taken as one of the partition {@code aws}.
     */
    public static Principal parse(String type, String text) {
        Optional<? extends Principal> byCondition = text.startsWith(Principal.Organization.PREFIX)
                ? OrganizationPath.parse(text.substring(Principal.Organization.PREFIX.length()))
                        .map(Principal.Organization::new)
                : functions(text);
        return byCondition
                .<Principal>map(principal -> principal)
                .filter(principal -> principal.type().equals(type))
                .orElseGet(() -> parse(type, text, Partition.AWS));
    }

    /** Returns the Lambda functions that an ARN stands for, if it is one of functions in one Region of one account. */
    public static Optional<Principal.LambdaFunctions> functions(String arn) {
        Matcher matcher = FUNCTIONS.matcher(arn);
        return matcher.matches()
                ? Region.parse(matcher.group(2))
                        .filter(region -> region.partition().id().equals(matcher.group(1)))
                        .map(region -> new Principal.LambdaFunctions(
                                region, new AccountId(matcher.group(3)), matcher.group(4)))
                : Optional.empty();
    }

    /**
     * Returns the principal that an entry stands for.
     *
     * @param type the key the entry stands under: {@code AWS}, {@code Service}, …
     * @param text the entry as written
     * @param home the partition of the policy, in which a bare account id is an account
     */
    public static Principal parse(String type, String text, Partition home) {
        return switch (type) {
            case "AWS" -> aws(text, home).orElseGet(() -> new Principal.Other(type, text));
            case "Service" ->
                HOST.matcher(text).matches() ? new Principal.Service(text) : new Principal.Other(type, text);
            default -> new Principal.Other(type, text);
        };
    }

    private static Optional<Principal> aws(String text, Partition home) {
        if (text.equals("*")) {
            return Optional.of(new Principal.Everyone());
        }
        if (ORPHAN.matcher(text).matches()) {
            return Optional.of(new Principal.Orphan(text));
        }
        Optional<AccountId> bare = AccountId.parse(text);
        if (bare.isPresent()) {
            return Optional.of(new Principal.Account(home, bare.get()));
        }
        Matcher arn = ARN.matcher(text);
        if (!arn.matches()) {
            return Optional.empty();
        }
        return Partition.byId(arn.group(1))
                .flatMap(in -> arn.group(2).equals("iam")
                        ? iam(in, new AccountId(arn.group(3)), arn.group(4))
                        : sts(in, new AccountId(arn.group(3)), arn.group(4)));
    }

    private static Optional<Principal> iam(Partition in, AccountId owner, String rest) {
        if (rest.equals("root")) {
            return Optional.of(new Principal.Account(in, owner));
        }
        Matcher entity = ENTITY.matcher(rest);
        if (!entity.matches() || Globs.wild(entity.group(2)) || entity.group(2).contains("//")) {
            return Optional.empty();
        }
        return Optional.of(
                entity.group(1).equals("role")
                        ? new Principal.Role(in, owner, entity.group(2), entity.group(3))
                        : new Principal.User(in, owner, entity.group(2), entity.group(3)));
    }

    private static Optional<Principal> sts(Partition in, AccountId owner, String rest) {
        Matcher session = SESSION.matcher(rest);
        if (session.matches()) {
            return Optional.of(new Principal.Session(in, owner, session.group(1), session.group(2)));
        }
        Matcher federated = FEDERATED_USER.matcher(rest);
        return federated.matches()
                ? Optional.of(new Principal.FederatedUser(in, owner, federated.group(1)))
                : Optional.empty();
    }
}
