package dev.ecrbot.aws;

import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.WriteProblems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        boolean named = asked.parts().stream().anyMatch(principals()::contains);
        List<Principal> others = others();
        return WriteProblems.principalRefused(
                call.subject(),
                named ? Optional.of(asked.text() + ": " + doubt()) : Optional.empty(),
                others.isEmpty() ? Optional.empty() : Optional.of(list(others)),
                others.stream().anyMatch(Principal.Orphan.class::isInstance),
                unsure ? Optional.of(besides()) : Optional.empty());
    }

    private List<String> besides() {
        if (call.ofRegistry()) {
            return List.of(WriteProblems.registryForm());
        }
        var found = new ArrayList<String>();
        if (proposed.text().contains("\"Resource\"")) {
            found.add(WriteProblems.resourceElement());
        }
        if (proposed.text().contains("GetAuthorizationToken")) {
            found.add(WriteProblems.loginAction());
        }
        return found;
    }

    private String doubt() {
        return switch (Existence.of(asked)) {
            case ACCOUNT -> WriteProblems.accountDoubted(region);
            case ENTITY -> WriteProblems.entityDoubted(region);
            case SESSION, UNKNOWN -> WriteProblems.kindDoubted(region);
        };
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
