package dev.ecrbot.policy.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Somebody of flesh and blood behind a principal that is asked about: one session of a role, whose role has one path.
 *
 * @param names by what names a statement may mean them, their own first
 * @param keys what requests have because of who asks, in lower case
 * @param absent what requests don't have because of who asks
 */
record Asker(List<String> names, Map<String, List<String>> keys, List<String> absent) {
    private static final String ACCOUNT = "222222222222";
    private static final String IAM = "arn:aws:iam::222222222222:";
    private static final String STS = "arn:aws:sts::222222222222:";
    static final String SSO = STS + "assumed-role/AWSReservedSSO_Dev_1/alice";
    static final String FEDERATED = STS + "federated-user/fed";
    static final String CHINESE = "arn:aws-cn:iam::222222222222:role/ci";
    static final String LINKED = IAM + "role/aws-service-role/ecr.amazonaws.com/AWSServiceRoleForECR";
    static final String LINKED_SESSION = STS + "assumed-role/AWSServiceRoleForECR/one";
    static final String CODEBUILD = "codebuild.amazonaws.com";
    private static final String SSO_PATH = "/aws-reserved/sso.amazonaws.com/";

    /**
     * Returns those whom a principal may be.
     *
     * @param named whether they count who are named by themselves while the whole of the principal isn't
     */
    static List<Asker> of(String principal, boolean named) {
        if (principal.equals(Questions.ROLE)) {
            var sessions = new ArrayList<>(List.of(session("/", "ci", "unnamed")));
            if (named) {
                sessions.add(session("/", "ci", "one"));
                sessions.add(session("/", "ci", "two"));
            }
            return sessions;
        }
        return switch (principal) {
            case Questions.SESSION ->
                List.of(
                        session("/", "ci", "one"),
                        session("/team/", "ci", "one"),
                        session("/sandbox/a/", "ci", "one"),
                        session(SSO_PATH + "AWSReserved/", "ci", "one"),
                        session(SSO_PATH + "ap-southeast-10x/AWSReserved/", "ci", "one"));
            case SSO ->
                List.of(
                        session(SSO_PATH, "AWSReservedSSO_Dev_1", "alice"),
                        session(SSO_PATH + "eu-west-1/", "AWSReservedSSO_Dev_1", "alice"),
                        session(SSO_PATH + "ap-southeast-10x/", "AWSReservedSSO_Dev_1", "alice"));
            case LINKED -> List.of(session("/aws-service-role/ecr.amazonaws.com/", "AWSServiceRoleForECR", "unnamed"));
            case LINKED_SESSION ->
                List.of(
                        session("/aws-service-role/ecr.amazonaws.com/", "AWSServiceRoleForECR", "one"),
                        session("/", "AWSServiceRoleForECR", "one"),
                        session(SSO_PATH + "AWSReserved/", "AWSServiceRoleForECR", "one"),
                        session(SSO_PATH + "ap-southeast-10x/AWSReserved/", "AWSServiceRoleForECR", "one"),
                        session("/sandbox/a/ci/", "AWSServiceRoleForECR", "one"));
            case Questions.USER -> List.of(of(Questions.USER, "bob", List.of(Questions.USER)));
            case FEDERATED ->
                List.of(of(FEDERATED, "", List.of(FEDERATED)), of(FEDERATED, "", List.of(FEDERATED, Questions.USER)));
            case Questions.ROOT -> List.of(of(Questions.ROOT, "", List.of(Questions.ROOT)));
            case CHINESE ->
                List.of(new Asker(
                        List.of(CHINESE, CHINESE.replace("role/ci", "root")),
                        Map.of("aws:principalarn", List.of(CHINESE), "aws:principalaccount", List.of(ACCOUNT)),
                        List.of("aws:username")));
            default ->
                List.of(new Asker(
                        List.of(principal),
                        Map.of(),
                        List.of(
                                "aws:principalarn",
                                "aws:principalaccount",
                                "aws:username",
                                "aws:principalorgid",
                                "aws:principalorgpaths",
                                "aws:principaltag/of",
                                "aws:principaltag/n")));
        };
    }

    /** Returns those who are asked about; of whom most is left open by their names more than once. */
    static List<String> principals() {
        return List.of(
                Questions.ROLE,
                Questions.ROLE,
                Questions.ROLE,
                Questions.SESSION,
                SSO,
                SSO,
                Questions.USER,
                FEDERATED,
                Questions.ROOT,
                CHINESE,
                LINKED,
                LINKED_SESSION,
                Questions.LAMBDA,
                CODEBUILD);
    }

    /** Returns a request of theirs with all its keys. */
    Map<String, List<String>> request(Map<String, List<String>> rest) {
        var request = new TreeMap<String, List<String>>();
        rest.forEach((key, values) -> Optional.of(values)
                .filter(some -> !some.isEmpty())
                .ifPresent(some -> request.put(key.toLowerCase(Locale.ROOT), some)));
        request.putAll(keys);
        absent.forEach(request::remove);
        return request;
    }

    private static Asker session(String path, String role, String session) {
        String own = STS + "assumed-role/" + role + "/" + session;
        // Of one name an account has one role, and an entry of a policy means it by its id.
        var names = new ArrayList<>(List.of(own, IAM + "role/" + role, IAM + "role" + path + role));
        if (LINKED.endsWith("/" + role)) {
            names.add(LINKED);
        }
        return of(IAM + "role" + path + role, "", names);
    }

    private static Asker of(String arn, String user, List<String> own) {
        var names = new ArrayList<>(own);
        names.add(Questions.ROOT);
        names.add(ACCOUNT);
        var keys = new TreeMap<>(Map.of("aws:principalarn", List.of(arn), "aws:principalaccount", List.of(ACCOUNT)));
        if (!user.isEmpty()) {
            keys.put("aws:username", List.of(user));
        }
        return new Asker(List.copyOf(names), keys, user.isEmpty() ? List.of("aws:username") : List.of());
    }
}
