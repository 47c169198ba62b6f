package dev.ecrbot.aws;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Code;
import dev.ecrbot.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Who it may be when AWS refuses a principal in a document: it never says which.
 *
 * <p>The two texts are the only ones of AWS's that are read; the second is older, still in use, and also stands for
 * other mistakes.
 */
record Suspects(Call call, Region region, PolicyDocument proposed, Principal asked) {

    private static final String NOT_FOUND = "Principal not found";
    private static final Set<String> INVALID =
            Set.of("Invalid repository policy provided", "Invalid registry policy provided");
    private static final int SHOWN = 5;

    /** Returns whether AWS refused a principal, as far as its words tell. */
    static boolean any(AwsServiceException answer) {
        return invalidParameter(answer)
                && (words(answer).contains(NOT_FOUND) || INVALID.stream().anyMatch(words(answer)::contains));
    }

    /** Returns whether AWS may take the same document in a moment, once it has heard of a principal that is new. */
    boolean mayAppear(AwsServiceException answer) {
        return invalidParameter(answer)
                && words(answer).contains(NOT_FOUND)
                && Existence.of(asked) == Existence.ENTITY
                && principals().contains(asked);
    }

    private static boolean invalidParameter(AwsServiceException answer) {
        return FailureText.errorCode(answer)
                .filter("InvalidParameterException"::equals)
                .isPresent();
    }

    private static String words(AwsServiceException answer) {
        return FailureText.words(answer);
    }

    Problem problem(AwsServiceException answer) {
        boolean unsure = !words(answer).contains(NOT_FOUND);
        var what = new StringBuilder(call.subject()).append(" AWS refused a principal in it without saying which");
        what.append(unsure ? ", or something else in it." : ".");
        boolean named = asked.parts().stream().anyMatch(principals()::contains);
        if (named) {
            what.append(" Most likely ")
                    .append(asked.text())
                    .append(": ")
                    .append(doubt())
                    .append('.');
        }
        List<Principal> others = others();
        if (!others.isEmpty()) {
            what.append(named ? " Otherwise " : " Suspects: ")
                    .append(list(others))
                    .append('.');
        }
        boolean repository = unsure && !call.ofRegistry();
        if (repository && proposed.text().contains("\"Resource\"")) {
            what.append(" It also has a Resource element, which a repository policy must not have.");
        }
        if (unsure && call.ofRegistry()) {
            what.append(" Every statement of a registry policy needs a Resource, and its scope has to be V2.");
        }
        if (repository && proposed.text().contains("GetAuthorizationToken")) {
            what.append(" It also names ecr:GetAuthorizationToken, which a repository policy must not grant.");
        }
        return new Problem(Code.AWS_PRINCIPAL_NOT_FOUND, what.toString(), next(named, others));
    }

    private String doubt() {
        return switch (Existence.of(asked)) {
            case ACCOUNT -> "there is no such account, or it has not enabled " + region;
            case ENTITY ->
                "it does not exist (yet), its name or path is spelled differently, or its account has not enabled "
                        + region;
            case SESSION, UNKNOWN -> "AWS does not accept it as a principal in " + region;
        };
    }

    private static String next(boolean named, List<Principal> others) {
        boolean orphans = others.stream().anyMatch(Principal.Orphan.class::isInstance);
        String first = named ? "Check the spelling, have it created if it is missing, and ask again." : "";
        String second = orphans
                ? "Ids that begin with AROA or AIDA belonged to deleted roles and users: revoke them, they let nobody in."
                : others.isEmpty() ? "" : "Revoke those that are gone.";
        String next = (first + " " + second).strip();
        return next.isEmpty() ? "Check the policy that was shown for principals that are gone." : next;
    }

    private List<Principal> principals() {
        return proposed.statements().stream()
                .flatMap(statement -> statement.principals(region.partition()).stream())
                .distinct()
                .toList();
    }

    /** Deleted ones first, then who may have been deleted since. */
    private List<Principal> others() {
        var found = new ArrayList<Principal>();
        principals().stream().filter(Principal.Orphan.class::isInstance).forEach(found::add);
        principals().stream().filter(Suspects::mortal).forEach(found::add);
        return found.stream().filter(p -> !p.equals(asked)).distinct().toList();
    }

    private static boolean mortal(Principal principal) {
        return switch (Existence.of(principal)) {
            case ENTITY, SESSION -> true;
            case ACCOUNT, UNKNOWN -> false;
        };
    }

    private static String list(List<Principal> principals) {
        String shown = principals.stream().limit(SHOWN).map(Principal::text).collect(Collectors.joining(", "));
        return principals.size() <= SHOWN ? shown : shown + " and " + (principals.size() - SHOWN) + " more";
    }
}
