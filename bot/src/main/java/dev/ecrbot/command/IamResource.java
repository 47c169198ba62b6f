package dev.ecrbot.command;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.PrincipalProblems;
import dev.ecrbot.problem.Problem;
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
            throw new ProblemException(PrincipalProblems.wildcard(resource));
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
            throw new ProblemException(PrincipalProblems.notRoot(resource));
        }
        return new Principal.Account(partition, account);
    }

    private static Principal session(String resource, String rest, AccountId account, Partition partition) {
        String[] parts = rest.split("/", -1);
        if (parts.length != 3 || !isName(parts[1]) || !isName(parts[2]) || parts[2].length() < 2) {
            throw new ProblemException(PrincipalProblems.notASession(resource));
        }
        return new Principal.Session(partition, account, parts[1], parts[2]);
    }

    private static Principal federated(String resource, String rest, AccountId account, Partition partition) {
        String name = rest.isEmpty() ? "" : rest.substring(1);
        if (!isName(name) || name.length() < 2 || name.length() > LONGEST_FEDERATED) {
            throw new ProblemException(PrincipalProblems.notAFederatedUser(resource));
        }
        return new Principal.FederatedUser(partition, account, name);
    }

    /** Refuses what is no role's name although IAM would take it for one: a unique id, somebody in Slack, and several names at once. */
    static void checkPlain(String typed) {
        if (typed.startsWith("@")) {
            throw new ProblemException(PrincipalProblems.somebodyInSlack(typed));
        }
        checkNoId(typed.contains(":") ? typed.substring(0, typed.indexOf(':')) : typed);
        if (SEVERAL.matcher(typed).matches()) {
            throw new ProblemException(PrincipalProblems.severalRoles(typed));
        }
    }

    private static void checkNoId(String name) {
        Matcher id = UNIQUE_ID.matcher(name);
        if (id.matches()) {
            throw new ProblemException(id(id.group(1), name));
        }
    }

    private static Problem id(String prefix, String typed) {
        return switch (prefix) {
            case "AROA" -> PrincipalProblems.idOfRole(typed);
            case "AIDA" -> PrincipalProblems.idOfUser(typed);
            case "AKIA", "ASIA" -> PrincipalProblems.idOfAccessKey(typed);
            default -> PrincipalProblems.idOfSomething(typed);
        };
    }

    private static ProblemException refused(String kind, String resource) {
        return new ProblemException(reasonAgainst(kind).orElseGet(() -> PrincipalProblems.otherKind(resource)));
    }

    private static Optional<Problem> reasonAgainst(String kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case "group" -> PrincipalProblems.group();
                    case "instance-profile" -> PrincipalProblems.instanceProfile();
                    case "policy" -> PrincipalProblems.policy();
                    case "saml-provider", "oidc-provider" -> PrincipalProblems.identityProvider();
                    case "mfa", "sms-mfa", "u2f" -> PrincipalProblems.secondFactor();
                    case "server-certificate" -> PrincipalProblems.certificate();
                    default -> null;
                });
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private record Path(String path, String name) {
        static Path of(String rest, String kind) {
            int last = rest.lastIndexOf('/');
            String path = last < 0 ? "/" : rest.substring(0, last + 1);
            String name = rest.substring(last + 1);
            if (name.isEmpty()) {
                throw new ProblemException(
                        rest.isEmpty()
                                ? PrincipalProblems.nameMissing(kind)
                                : PrincipalProblems.nameMissingAfter(kind, path));
            }
            if (!isName(name)) {
                throw new ProblemException(PrincipalProblems.badName(name, kind));
            }
            if (path.length() > LONGEST_PATH || !PATH.matcher(path).matches()) {
                throw new ProblemException(PrincipalProblems.badPath(path, kind));
            }
            checkNoId(name);
            return new Path(path, name);
        }
    }
}
