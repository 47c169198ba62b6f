package dev.ecrbot.command;

import static dev.ecrbot.command.word.Misread.quote;

import dev.ecrbot.command.word.Misread;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands behind the account in the ARN of a principal that can be granted access: {@code role/ci/deployer},
 * {@code user/ada}, {@code root}, {@code assumed-role/R/S}, {@code federated-user/N}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">Lengths and characters of
 *     names in IAM</a>
 */
final class IamResource {
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");
    private static final Pattern PATH = Pattern.compile("/(?:[\\w+=,.@-]++/)*+");
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
    private static final Pattern UNIQUE_ID =
            Pattern.compile("(ABIA|ACCA|AGPA|AIDA|AIPA|AKIA|ANPA|ANVA|APKA|AROA|ASCA|ASIA)[A-Z0-9]{12,28}");
    // A comma may stand in a name, but hardly ever does between two plain ones.
    private static final Pattern SEVERAL = Pattern.compile("[A-Za-z][\\w-]*+(?:,[A-Za-z][\\w-]*+)+");
    private static final int LONGEST_PATH = 512;
    private static final int LONGEST_FEDERATED = 32;

    private IamResource() {}

    static Principal read(String resource, AccountId account, Partition partition) {
        if (resource.contains("*") || resource.contains("?")) {
            throw wrong(
                    quote(resource) + " has a wildcard in it; AWS accepts none inside a principal.",
                    "Name one role, for example ci-deployer, or the account alone for all of it.");
        }
        int slash = resource.indexOf('/');
        String kind = slash < 0 ? resource : resource.substring(0, slash);
        String rest = slash < 0 ? "" : resource.substring(slash);
        return switch (kind) {
            case "root" -> root(resource, account, partition);
            case "role" -> {
                Path path = Path.of(rest, "role");
                yield new Principal.Role(partition, account, path.path(), path.name());
            }
            case "user" -> {
                Path path = Path.of(rest, "user");
                yield new Principal.User(partition, account, path.path(), path.name());
            }
            case "assumed-role" -> session(resource, rest, account, partition);
            case "federated-user" -> federated(resource, rest, account, partition);
            default -> throw refused(kind, resource);
        };
    }

    /** Returns whether IAM knows something by this kind, so that it can't be a role's path by chance. */
    static boolean isKind(String word) {
        return switch (word) {
            case "role", "user", "assumed-role", "federated-user" -> true;
            default -> reasonAgainst(word).isPresent();
        };
    }

    private static Principal root(String resource, AccountId account, Partition partition) {
        if (!resource.equals("root")) {
            throw wrong(
                    quote(resource) + " isn't a principal.",
                    "Write root alone for the whole account, or role/root for a role of that name.");
        }
        return new Principal.Account(partition, account);
    }

    private static Principal session(String resource, String rest, AccountId account, Partition partition) {
        String[] parts = rest.split("/", -1);
        if (parts.length != 3 || !isName(parts[1]) || !isName(parts[2]) || parts[2].length() < 2) {
            throw wrong(
                    quote(resource) + " isn't a session of a role.",
                    "A session is written assumed-role/ROLE/SESSION, without the role's path.");
        }
        return new Principal.Session(partition, account, parts[1], parts[2]);
    }

    private static Principal federated(String resource, String rest, AccountId account, Partition partition) {
        String name = rest.isEmpty() ? "" : rest.substring(1);
        if (!isName(name) || name.length() < 2 || name.length() > LONGEST_FEDERATED) {
            throw wrong(
                    quote(resource) + " isn't a federated user.",
                    "A federated user is written federated-user/NAME; the name has 2 to 32 characters.");
        }
        return new Principal.FederatedUser(partition, account, name);
    }

    /** Refuses what is no role's name although IAM would take it for one: a unique id, and several names at once. */
    static void checkPlain(String typed) {
        Matcher id = UNIQUE_ID.matcher(typed);
        if (id.matches()) {
            throw wrong(
                    quote(typed) + " is " + owner(id.group(1)) + ", not a name.",
                    "Name the role itself, for example ci-deployer. An id that stands in a policy belonged to somebody who"
                            + " was deleted: “revoke” takes it out.");
        }
        if (SEVERAL.matcher(typed).matches()) {
            throw wrong(
                    quote(typed) + " would be one role with a comma in its name.",
                    "Ask for each role by itself. If the comma belongs to the name, write the role's whole ARN.");
        }
    }

    private static String owner(String prefix) {
        return switch (prefix) {
            case "AROA" -> "the id that AWS keeps of a role, shown once that role was deleted";
            case "AIDA" -> "the id that AWS keeps of a user, shown once that user was deleted";
            case "AKIA", "ASIA" -> "the id of an access key";
            default -> "an id that AWS made";
        };
    }

    private static ProblemException refused(String kind, String resource) {
        String next = "Name a role (ci-deployer), a user (user/ada) or the account alone.";
        return wrong(reasonAgainst(kind).orElse(quote(resource) + " isn't a role, a user or an account."), next);
    }

    private static Optional<String> reasonAgainst(String kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case "group" ->
                        "A group can't be given access: AWS accepts roles, users and accounts, but not groups.";
                    case "instance-profile" -> "An instance profile can't be given access, but the role in it can.";
                    case "policy" -> "A policy can't be given access: it says what is allowed, not who.";
                    case "saml-provider", "oidc-provider" ->
                        "An identity provider can't be given access here, but the role that its people assume can.";
                    case "mfa", "sms-mfa", "u2f" -> "A second factor can't be given access, but its user can.";
                    case "server-certificate" -> "A certificate can't be given access.";
                    default -> null;
                });
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static ProblemException wrong(String what, String next) {
        return Misread.of(Code.PRINCIPAL_MALFORMED, what, next);
    }

    private record Path(String path, String name) {
        static Path of(String rest, String kind) {
            int last = rest.lastIndexOf('/');
            String path = last < 0 ? "/" : rest.substring(0, last + 1);
            String name = rest.substring(last + 1);
            if (name.isEmpty()) {
                throw wrong(
                        "The " + kind + "'s name is missing" + (rest.isEmpty() ? "." : " after " + quote(path) + "."),
                        "Write it like " + kind + "/ci/deployer.");
            }
            if (!isName(name)) {
                throw wrong(
                        quote(name) + " can't be a " + kind
                                + "'s name: it has 1 to 64 letters, digits and + = , . @ _ -.",
                        "For example: ci-deployer.");
            }
            if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
                throw wrong(
                        quote(path) + " can't be a " + kind + "'s path.",
                        "A path looks like /ci/ or /teams/payments/ and has at most 512 characters.");
            }
            return new Path(path, name);
        }
    }
}
