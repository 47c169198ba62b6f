package dev.ecrbot.policy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.evaluation.BruteForce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A world in which everything can be asked: by all {@linkplain Caller callers}, for every action that is named in {@link
 * Documents} and one that none names, on every repository, while each end that is written there lies ahead, as it passes, and
 * behind, and with what else conditions there look at, met and not.
 *
 * <p>What policies mean in it is decided by {@link BruteForce}, from their texts alone. Statements that can't be understood
 * are left out: nobody knows what they mean, so their texts have to be compared instead.
 */
final class World {
    private static final List<Instant> MOMENTS = List.of(
            Plans.NOW,
            Plans.WEEK.orElseThrow().minusSeconds(1),
            Plans.WEEK.orElseThrow(),
            Instant.parse("2026-12-01T00:00:00Z"),
            Plans.MONTH.orElseThrow().minusSeconds(1),
            Plans.MONTH.orElseThrow());
    static final Set<String> ACTIONS = new TreeSet<>(List.of(
            "ecr:BatchCheckLayerAvailability",
            "ecr:BatchGetImage",
            "ecr:GetDownloadUrlForLayer",
            "ecr:InitiateLayerUpload",
            "ecr:UploadLayerPart",
            "ecr:CompleteLayerUpload",
            "ecr:PutImage",
            "ecr:ListImages",
            "ecr:DescribeImages",
            "ecr:GetAuthorizationToken",
            "ecr:SetRepositoryPolicy"));
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static final World OF_REPOSITORY = new World(List.of(Plans.REPOSITORY.arn()), contexts());
    static final World OF_REGISTRY = new World(
            Documents.REPOSITORIES.stream().map(name -> Documents.ARN + name).toList(),
            contexts().subList(0, 2));

    private static final int REMEMBERED = 200;

    /** By who asks and how, then by repository, then by action. */
    private final List<Request> requests = new ArrayList<>();

    private final int repositories;
    private final Map<JsonNode, BitSet> applying = new HashMap<>();

    /** Who asks for what, where, when and how. */
    record Request(Caller caller, Instant moment, BruteForce asked) {
        String action() {
            return asked.action();
        }

        String repository() {
            return asked.resource();
        }

        @Override
        public String toString() {
            return caller.names().get(0) + " " + action() + " " + repository() + " " + asked.context();
        }
    }

    private World(List<String> repositories, List<Map<String, List<String>>> contexts) {
        this.repositories = repositories.size();
        for (Caller caller : Caller.all()) {
            for (Map<String, List<String>> context : contexts) {
                for (Instant moment : MOMENTS) {
                    var keys = new HashMap<>(context);
                    keys.putAll(caller.keys());
                    keys.put("aws:currenttime", List.of(moment.toString()));
                    for (String repository : repositories) {
                        for (String action : ACTIONS) {
                            requests.add(new Request(
                                    caller, moment, new BruteForce(caller.names(), action, repository, keys)));
                        }
                    }
                }
            }
        }
    }

    private static List<Map<String, List<String>>> contexts() {
        return List.of(
                Map.of(
                        "aws:sourcevpc", List.of("vpc-1"),
                        "aws:securetransport", List.of("true"),
                        "aws:multifactorauthage", List.of("200")),
                Map.of("aws:securetransport", List.of("false")),
                Map.of("aws:sourcevpc", List.of("vpc-2"), "aws:securetransport", List.of("true")),
                Map.of("aws:securetransport", List.of("false"), "aws:multifactorauthage", List.of("0.5")));
    }

    /** Returns the requests that a policy lets through. */
    BitSet meaning(PolicyDocument policy) {
        BitSet meaning = allowances(policy);
        understood(policy).stream().filter(World::denies).map(this::applying).forEach(meaning::andNot);
        return meaning;
    }

    /** Returns the requests that a policy would let through if nothing in it denied. */
    BitSet allowances(PolicyDocument policy) {
        var allowances = new BitSet();
        understood(policy).stream()
                .filter(statement -> !denies(statement))
                .map(this::applying)
                .forEach(allowances::or);
        return allowances;
    }

    private static boolean denies(JsonNode statement) {
        return statement.path("Effect").asText().equals("Deny");
    }

    // What an edit leaves as it is need not be gone through again.
    private BitSet applying(JsonNode statement) {
        if (applying.size() > REMEMBERED) {
            applying.clear();
        }
        return applying.computeIfAbsent(statement, this::goneThrough);
    }

    private BitSet goneThrough(JsonNode statement) {
        var applying = new BitSet(requests.size());
        int block = repositories * ACTIONS.size();
        var matching = new BitSet(block);
        for (int place = 0; place < block; place++) {
            BruteForce asked = requests.get(place).asked();
            matching.set(place, asked.does(statement) && asked.there(statement));
        }
        for (int from = 0; from < requests.size(); from += block) {
            BruteForce asked = requests.get(from).asked();
            if (asked.about(statement) && asked.conditions(statement)) {
                int start = from;
                matching.stream().forEach(place -> applying.set(start + place));
            }
        }
        return applying;
    }

    /** Returns the requests of some callers. */
    BitSet all(Predicate<Caller> who, Predicate<Request> which) {
        var all = new BitSet(requests.size());
        Set<Caller> callers = Caller.all().stream().filter(who).collect(Collectors.toSet());
        for (int place = 0; place < requests.size(); place++) {
            Request request = requests.get(place);
            all.set(place, callers.contains(request.caller()) && which.test(request));
        }
        return all;
    }

    /** Returns the requests at a moment. */
    BitSet at(Instant moment) {
        return all(caller -> true, request -> request.moment().equals(moment));
    }

    /** Returns the requests that are in one of both and not in the other. */
    List<Request> differing(BitSet one, BitSet other) {
        var differing = (BitSet) one.clone();
        differing.xor(other);
        return of(differing);
    }

    /** Returns the requests that are in the first and not in the second. */
    List<Request> only(BitSet first, BitSet second) {
        var only = (BitSet) first.clone();
        only.andNot(second);
        return of(only);
    }

    private List<Request> of(BitSet some) {
        return some.stream().mapToObj(requests::get).toList();
    }

    static List<Instant> moments() {
        return MOMENTS;
    }

    private static List<JsonNode> understood(PolicyDocument policy) {
        try {
            var understood = new ArrayList<JsonNode>();
            JsonNode element = MAPPER.readTree(policy.text()).path("Statement");
            if (element.isObject()) {
                understood.add(element);
            } else {
                element.forEach(understood::add);
            }
            understood.removeIf(statement -> !isUnderstood(statement));
            return understood;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isUnderstood(JsonNode statement) {
        return statement.path("Effect").asText().matches("Allow|Deny")
                && statement.has("Principal") != statement.has("NotPrincipal")
                && statement.has("Action") != statement.has("NotAction")
                && (!statement.has("Condition") || statement.path("Condition").isObject());
    }
}
