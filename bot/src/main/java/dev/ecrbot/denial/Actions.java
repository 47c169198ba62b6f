package dev.ecrbot.denial;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccessCatalogue;
import dev.ecrbot.ecr.RepositoryName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The actions of ECR that denials are about, and how a text shows that one was tried without naming it. */
final class Actions {
    /** The one that decides about the login, which no policy of a repository or registry gives. */
    static final String TOKEN = "ecr:GetAuthorizationToken";

    static final String PULL = "ecr:BatchGetImage";
    static final String REPLICATE = "ecr:ReplicateImage";
    static final String SET_POLICY = "ecr:SetRepositoryPolicy";
    static final String SET_REGISTRY_POLICY = "ecr:PutRegistryPolicy";

    /** What creates and fills repositories of a pull-through cache. */
    static final Set<String> PULL_THROUGH = Set.of("ecr:BatchImportUpstreamImage", "ecr:CreateRepository");

    private static final String PREFIX = "ecr:";
    private static final int LONGEST_URL = 400;

    /** More are repetitions. */
    private static final int FEW = 50;

    private static final List<String> NAMES = List.of(
            TOKEN,
            PULL,
            REPLICATE,
            SET_POLICY,
            SET_REGISTRY_POLICY,
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchDeleteImage",
            "ecr:BatchImportUpstreamImage",
            "ecr:CompleteLayerUpload",
            "ecr:CreateRepository",
            "ecr:DeleteRepository",
            "ecr:DeleteRegistryPolicy",
            "ecr:DeleteRepositoryPolicy",
            "ecr:DescribeImageScanFindings",
            "ecr:DescribeImages",
            "ecr:DescribeRegistry",
            "ecr:DescribeRepositories",
            "ecr:GetDownloadUrlForLayer",
            "ecr:GetLifecyclePolicy",
            "ecr:GetRegistryPolicy",
            "ecr:GetRepositoryPolicy",
            "ecr:InitiateLayerUpload",
            "ecr:ListImages",
            "ecr:ListTagsForResource",
            "ecr:PutImage",
            "ecr:PutImageScanningConfiguration",
            "ecr:PutImageTagMutability",
            "ecr:PutLifecyclePolicy",
            "ecr:StartImageScan",
            "ecr:TagResource",
            "ecr:UntagResource",
            "ecr:UploadLayerPart");
    private static final Map<String, String> KNOWN = known();

    private static final List<String> PUSHING = List.of(
            "the push refers to",
            "failed to push",
            "error pushing",
            "docker push",
            "pushing layer",
            "blobs/uploads",
            "at destination");

    private static final Pattern PUSHED = Pattern.compile(
            "(?:the push refers to repository \\[|failed to push (?:to destination )?|docker push )\"{0,2}(?:https?://)?"
                    + "[a-z0-9.*-]{1,120}+/([a-z0-9._/-]{2,256}+)");

    private static final Pattern REQUEST = Pattern.compile(
            "\\b(head|get|post|put|patch)(?: request to)? \"{0,2}https?://([^\\s\"']{1," + LONGEST_URL + "}+)");
    private static final Pattern CALL =
            Pattern.compile("(?:calling the ([A-Za-z]{3,60}) operation|operation error ECR: ([A-Za-z]{3,60}))");
    private static final Pattern LISTED = Pattern.compile("\\becr:[a-z]{3,60}+", Pattern.CASE_INSENSITIVE);

    /** What a request of a registry's clients is in IAM, the first that fits. */
    private static final List<Route> ROUTES = List.of(
            new Route("post", "/blobs/uploads", "ecr:InitiateLayerUpload"),
            new Route("patch", "/blobs/uploads", "ecr:UploadLayerPart"),
            new Route("put", "/blobs/uploads", "ecr:CompleteLayerUpload"),
            new Route("put", "/manifests/", "ecr:PutImage"),
            new Route("", "/manifests/", PULL),
            new Route("head", "/blobs/sha256", "ecr:BatchCheckLayerAvailability"),
            new Route("", "/blobs/sha256", "ecr:GetDownloadUrlForLayer"),
            new Route("", "/tags/list", "ecr:ListImages"));

    private record Route(String method, String path, String action) {}

    private Actions() {}

    private static Map<String, String> known() {
        var known = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        NAMES.forEach(action -> known.put(action, action));
        return known;
    }

    static boolean isKnown(String action) {
        return KNOWN.containsKey(action);
    }

    /** Returns the action as AWS writes it, if it is known. */
    static String canonical(String action) {
        return Optional.ofNullable(KNOWN.get(action)).orElse(action);
    }

    /** Returns the smallest access to pull with that holds the action; for a push it is one to push with, too. */
    static Optional<Access> access(
            String action, PlainText text, Optional<RepositoryName> refused, AccessCatalogue accesses) {
        Predicate<Access> holds = access -> access.pulls() && access.actions().contains(action);
        return text.hasAny(PUSHING)
                        && !refused.map(name -> isPushedElsewhere(text, name)).orElse(false)
                ? accesses.smallest(holds.and(Access::pushes)).or(() -> accesses.smallest(holds))
                : accesses.smallest(holds);
    }

    /** Returns whether others are pushed to: this one lends layers to them, or is what their images are built on. */
    private static boolean isPushedElsewhere(PlainText text, RepositoryName refused) {
        List<String> pushed = PUSHED.matcher(text.lower())
                .results()
                .limit(FEW)
                .map(found -> found.group(1))
                .toList();
        return !pushed.isEmpty() && !pushed.contains(refused.value());
    }

    /** Returns the action behind the first request to a registry that the text shows, or that a client describes. */
    static Optional<String> requested(PlainText text) {
        Matcher request = REQUEST.matcher(text.lower());
        while (request.find()) {
            String method = request.group(1);
            String url = request.group(2);
            Optional<String> action = ROUTES.stream()
                    .filter(route -> method.startsWith(route.method()) && url.contains(route.path()))
                    .map(Route::action)
                    .findFirst();
            if (action.isPresent()) {
                return action;
            }
        }
        return text.hasAny(List.of(
                        "[manifests ",
                        "/manifests/",
                        "pull access denied",
                        "failed to pull",
                        "cannotpull",
                        "unable to pull",
                        "failed to resolve"))
                ? Optional.of(PULL)
                : Optional.empty();
    }

    /** Returns the call of ECR's own interface that a client says it made. */
    static Optional<String> called(PlainText text) {
        Matcher call = CALL.matcher(text.text());
        while (call.find()) {
            String name = PREFIX + Optional.ofNullable(call.group(1)).orElseGet(() -> call.group(2));
            if (isKnown(name)) {
                return Optional.of(canonical(name));
            }
        }
        return Optional.empty();
    }

    /** Returns the action that a list of them in the text comes down to: the one that every pull makes, or else the first. */
    static Optional<String> listed(PlainText text) {
        var listed = new LinkedHashSet<String>();
        LISTED.matcher(text.text()).results().limit(FEW).forEach(found -> listed.add(canonical(found.group())));
        return listed.contains(PULL) ? Optional.of(PULL) : listed.stream().findFirst();
    }

    /** Returns whether the text is about the login's call, by any of its names. */
    static boolean aboutToken(PlainText text) {
        return ofRegistryAuth(text) || text.hasAny(List.of("api.ecr", "getauthorizationtoken", "get-login-password"));
    }

    /** Returns whether it is about what ECS calls the login. */
    static boolean ofRegistryAuth(PlainText text) {
        return text.has("registry auth") && text.hasWord("ecr");
    }
}
