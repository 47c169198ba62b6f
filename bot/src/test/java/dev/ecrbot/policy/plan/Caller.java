package dev.ecrbot.policy.plan;

import dev.ecrbot.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somebody who may ask. A session doesn't tell its role's path, and of one name an account has one role only, so that a
 * session is of the role whichever path that is named with.
 *
 * @param names by what names a statement may mean them, their own first
 * @param path where in which organization their account is; empty: in none
 * @param function the Lambda function in whose name the service asks; empty: nobody's
 */
record Caller(List<String> names, String path, String function) {
    private static final List<String> PATHS = List.of(
            "",
            Plans.ACME + "/r-ab12/",
            Plans.BUILD + "/",
            Plans.BUILD + "/ou-ab12-22222222/",
            "o-xyz123def4/r-xy12/ou-xy12-11111111/");
    private static final String STRANGER = "444444444444";
    private static final String FUNCTION = "arn:aws:lambda:us-west-2:%s:function:%s";

    /** Returns everybody: those of whom policies speak, their like, and strangers. */
    static List<Caller> all() {
        var all = new ArrayList<Caller>();
        for (String path : PATHS) {
            all.add(of("222222222222", path, "arn:aws:iam::222222222222:role/ci"));
            all.add(of(
                    "222222222222",
                    path,
                    "arn:aws:sts::222222222222:assumed-role/ci/one",
                    "arn:aws:iam::222222222222:role/ci",
                    "arn:aws:iam::222222222222:role/team/ci"));
            all.add(of(STRANGER, path, "arn:aws:iam::444444444444:role/ci"));
        }
        all.add(of("222222222222", "", "arn:aws:iam::222222222222:role/other"));
        all.add(of("222222222222", "", "arn:aws:iam::222222222222:role/team/ci"));
        all.add(of("222222222222", "", "arn:aws:iam::222222222222:user/role2-2"));
        all.add(of("222222222222", "", "arn:aws:iam::222222222222:role/ci-2"));
        all.add(of("222222222222", PATHS.get(2), "arn:aws:iam::222222222222:root"));
        all.add(of("333333333333", "", "arn:aws:iam::333333333333:role/ci"));
        all.add(of("333333333333", PATHS.get(3), "arn:aws:iam::333333333333:role/ci"));
        all.add(service(FUNCTION.formatted("222222222222", "ci-build")));
        all.add(service(FUNCTION.formatted("222222222222", "web")));
        all.add(service(FUNCTION.formatted("333333333333", "ci-build")));
        all.add(new Caller(List.of("codebuild.amazonaws.com"), "", ""));
        return all;
    }

    private static Caller of(String account, String path, String... own) {
        var names = new ArrayList<>(List.of(own));
        names.add("arn:aws:iam::" + account + ":root");
        names.add(account);
        return new Caller(names, path, "");
    }

    private static Caller service(String function) {
        return new Caller(List.of("lambda.amazonaws.com"), "", function);
    }

    /** Returns the keys that requests have because of who asks. */
    Map<String, List<String>> keys() {
        if (!function.isEmpty()) {
            return Map.of("aws:sourcearn", List.of(function));
        }
        return path.isEmpty()
                ? Map.of()
                : Map.of(
                        "aws:principalorgid",
                        List.of(path.substring(0, path.indexOf('/'))),
                        "aws:principalorgpaths",
                        List.of(path));
    }

    /** Returns whether the principal, or what has to stand beside it, means this caller. */
    boolean isMeantBy(Principal principal) {
        return principal.parts().stream().anyMatch(this::isMeantByPart);
    }

    /** Returns whether the principal means this caller by its own name and by no wider one, and no other name means them. */
    boolean isItself(Principal principal) {
        if (principal instanceof Principal.Organization) {
            return names.contains(STRANGER) && isMeantByPart(principal);
        }
        return principal instanceof Principal.LambdaFunctions
                ? isMeantByPart(principal)
                : names.get(0).equals(principal.text());
    }

    private boolean isMeantByPart(Principal part) {
        if (part instanceof Principal.Everyone) {
            return true;
        }
        if (part instanceof Principal.Organization organization) {
            return path.startsWith(organization.path() + "/");
        }
        if (part instanceof Principal.LambdaFunctions) {
            String wanted = part.text();
            return wanted.endsWith("*")
                    ? function.startsWith(wanted.substring(0, wanted.length() - 1))
                    : function.equals(wanted);
        }
        return names.contains(part.text());
    }
}
