package dev.ecrbot.policy.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Walks through IAM's flow chart with one whole request, box by box, and shares no code with what it is compared with.
 *
 * @param request the request, and who sends it under which names
 * @param owner the repository's account
 */
record WholeBruteForce(BruteForce request, String owner, Policies policies) {
    private static final String LOGIN = "ecr:GetAuthorizationToken";

    /** Statements of all policies, those of the repository's side first. */
    record Policies(
            List<JsonNode> resource,
            List<JsonNode> identity,
            Optional<List<JsonNode>> boundary,
            Optional<List<JsonNode>> session,
            List<List<JsonNode>> scps,
            List<JsonNode> rcps) {}

    boolean allows() {
        boolean possible = request.action().matches("ecr:.*")
                && !request.action().equals("ecr:NoSuch")
                && !own().startsWith("arn:aws-cn:");
        return possible && !explicitlyDenied() && everyLevelAllows() && bothSidesAllow();
    }

    private boolean explicitlyDenied() {
        var all = new ArrayList<>(policies.identity());
        policies.boundary().ifPresent(all::addAll);
        policies.session().ifPresent(all::addAll);
        if (!isService() && !isServiceLinked()) {
            policies.scps().forEach(all::addAll);
        }
        if (!isServiceLinked() && (!isLogin() || isSameAccount())) {
            all.addAll(policies.rcps());
        }
        if (!isLogin()) {
            all.addAll(policies.resource());
        }
        return all.stream()
                .anyMatch(one -> request.denies(one) && (request.applies(one) || deniesWhoeverIsBounded(one)));
    }

    private boolean deniesWhoeverIsBounded(JsonNode statement) {
        boolean decided = statement.has("Resource") || statement.has("NotResource") || !request.isRegistryWide();
        return policies.boundary().isPresent()
                && statement.has("NotPrincipal")
                && decided
                && request.does(statement)
                && request.there(statement)
                && request.conditions(statement);
    }

    private boolean everyLevelAllows() {
        return isService() || isServiceLinked() || policies.scps().stream().allMatch(this::anyAllows);
    }

    private boolean bothSidesAllow() {
        if (isLogin()) {
            return !isService() && ownSideAllows(false);
        }
        if (isService()) {
            return anyAllows(policies.resource());
        }
        if (!isSameAccount()) {
            return ownSideAllows(false) && anyAllows(policies.resource());
        }
        boolean toRole = false;
        for (JsonNode statement : policies.resource()) {
            if (!request.denies(statement) && request.applies(statement)) {
                if (namesSender(statement)) {
                    return true;
                }
                toRole |= namesRole(statement);
            }
        }
        return ownSideAllows(toRole);
    }

    private boolean ownSideAllows(boolean allowedBeside) {
        if (own().endsWith(":root")) {
            return true;
        }
        boolean session = policies.session().isPresent()
                ? anyAllows(policies.session().get())
                : !own().contains(":federated-user/");
        return (allowedBeside || anyAllows(policies.identity()))
                && (policies.boundary().isEmpty()
                        || anyAllows(policies.boundary().get()))
                && session;
    }

    /** Returns whether the statement means the sender by the name under which the request is sent. */
    private boolean namesSender(JsonNode statement) {
        if (statement.has("NotPrincipal")) {
            return request.tossed(statement + "sender");
        }
        return names(statement)
                .anyMatch(name -> name.equals(own())
                        || (name.equals("*") && (asksForArn(statement) || request.tossed(statement + "sender"))));
    }

    /** Returns whether the statement means the sender's role, or whoever made the session, and not only their account. */
    private boolean namesRole(JsonNode statement) {
        if (statement.has("NotPrincipal")) {
            return request.tossed(statement + "role");
        }
        if (isUnread(statement)) {
            return request.tossed(statement + "role");
        }
        return names(statement)
                .anyMatch(name -> name.equals("*")
                        || (request.caller().contains(name) && !isAccount(name))
                        || (request.caller().contains(name)
                                && asksForArn(statement)
                                && request.tossed(statement + "role")));
    }

    private static boolean isUnread(JsonNode statement) {
        return statement.path("Principal").isTextual()
                && !statement.path("Principal").asText().equals("*");
    }

    private static boolean asksForArn(JsonNode statement) {
        return statement.path("Condition").properties().stream()
                .filter(operator -> !operator.getKey().contains("Not"))
                .filter(operator -> !operator.getKey().equals("Null"))
                .flatMap(operator -> operator.getValue().properties().stream())
                .anyMatch(key -> key.getKey().equalsIgnoreCase("aws:PrincipalArn"));
    }

    private static Stream<String> names(JsonNode statement) {
        JsonNode principal = statement.path("Principal");
        var names = new ArrayList<String>();
        if (principal.isTextual()) {
            names.add(principal.asText());
        }
        principal.forEach(list -> {
            if (list.isTextual()) {
                names.add(list.asText());
            }
            list.forEach(name -> names.add(name.asText()));
        });
        return names.stream();
    }

    private static boolean isAccount(String name) {
        return name.endsWith(":root") || name.matches("[0-9]{12}");
    }

    private boolean anyAllows(List<JsonNode> statements) {
        return statements.stream().anyMatch(one -> !request.denies(one) && request.applies(one));
    }

    private String own() {
        return request.caller().get(0);
    }

    private boolean isService() {
        return !own().startsWith("arn:");
    }

    private boolean isServiceLinked() {
        return request.context()
                .getOrDefault("aws:principalarn", List.of(""))
                .get(0)
                .contains(":role/aws-service-role/");
    }

    private boolean isLogin() {
        return request.action().equals(LOGIN);
    }

    private boolean isSameAccount() {
        return !isService() && own().split(":", -1)[4].equals(owner);
    }
}
