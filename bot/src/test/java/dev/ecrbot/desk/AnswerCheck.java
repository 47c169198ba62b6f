package dev.ecrbot.desk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ecrbot.desk.answer.Explanation;
import dev.ecrbot.desk.answer.Finding;
import dev.ecrbot.desk.answer.Holders;
import dev.ecrbot.desk.answer.Look;
import dev.ecrbot.desk.answer.Place;
import dev.ecrbot.desk.answer.Possibility;
import dev.ecrbot.desk.answer.PrincipalReach;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.counter.StatusLine;
import dev.ecrbot.desk.live.PolicyScope;
import dev.ecrbot.desk.sight.Age;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.Principals;
import dev.ecrbot.policy.evaluation.BruteForce;
import dev.ecrbot.policy.holding.Holding;
import dev.ecrbot.sandbox.ecr.EcrModel;
import dev.ecrbot.sandbox.ecr.ModelPolicies;
import dev.ecrbot.sandbox.ecr.PolicyText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Whether what an answer says of access is so, by brute force. An answer speaks of a moment: what it says has to be so under the
 * policies as they were in the local ECR at some time between that moment and now.
 *
 * @param asked when the question was asked; an answer from the index says itself how old it is
 */
record AnswerCheck(EcrModel ecr, Instant asked, Instant now) {

    /** Something said of access: these actions are allowed, those aren't. */
    private record Said(Repository on, Principal whom, Set<String> allowed, Set<String> refused) {}

    /** What was found, and how often it was looked. */
    record Verdict(List<String> falsehoods, long checked) {}

    Verdict of(Answer answer) {
        var falsehoods = new ArrayList<String>();
        long checked = 0;
        if (answer instanceof Answer.Found found && found.finding() instanceof Finding.Renewed renewed) {
            return of(new Answer.Found(renewed.answer()));
        }
        if (answer instanceof Answer.Found found) {
            Instant since =
                    age(found.finding()).map(Age::read).filter(asked::isAfter).orElse(asked);
            for (Said said : said(found.finding())) {
                checked++;
                if (!isSo(said, since)) {
                    falsehoods.add("an answer says " + said + " under " + ecr.policy(said.on()));
                }
            }
            if (found.finding() instanceof Explanation explanation) {
                return explained(explanation);
            }
            Verdict more = new FleetAnswerCheck(ecr, this, asked).of(found.finding());
            falsehoods.addAll(more.falsehoods());
            checked += more.checked();
            if (found.finding() instanceof Holders holders) {
                omitted(holders, since).forEach(whom -> falsehoods.add("an answer leaves out " + whom));
            }
        } else if (answer instanceof Answer.Status status && status.target() instanceof Repository repository) {
            Instant since =
                    status.extras().age().map(Age::read).filter(asked::isAfter).orElse(asked);
            for (StatusLine line : status.lines()) {
                checked++;
                if (isThere(repository) && !stands(line.holding(), repository, since)) {
                    falsehoods.add("a status of " + repository + " says " + line);
                }
            }
        }
        return new Verdict(falsehoods, checked);
    }

    /** Returns who is named in the repository's policy, has all that was asked about whatever it was since, and isn't told. */
    private List<String> omitted(Holders said, Instant since) {
        Repository on = said.place().repository();
        if (!said.place().exists() || said.place().doubt().isPresent() || !isThere(on)) {
            return List.of();
        }
        Set<String> told = said.named().stream().map(says -> says.whom().text()).collect(Collectors.toSet());
        return statements(on, since)
                .flatMap(List::stream)
                .flatMap(statement -> texts(statement.path("Principal").path("AWS")))
                .filter(arn -> arn.contains(":iam::") && !arn.contains("*"))
                .distinct()
                // In place of a deleted one AWS shows an id by now.
                .filter(arn -> ecr.policy(on).orElse("").contains(arn))
                .filter(arn -> !told.contains(arn))
                .filter(arn -> everSince(arn, said.access().actions(), on, since))
                .toList();
    }

    private boolean everSince(String arn, Set<String> actions, Repository on, Instant since) {
        Principal whom = Principals.parse("AWS", arn);
        return isInIam(whom)
                && statements(on, since)
                        .allMatch(own -> ruling(new RegionalRegistry(on.account(), on.region()), since)
                                .allMatch(beside -> {
                                    var all = new ArrayList<>(own);
                                    all.addAll(beside);
                                    return actions.stream()
                                            .allMatch(action ->
                                                    request(whom, action, on).allows(all));
                                }));
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.asText())
                : StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText);
    }

    /** Of what was looked at for it; a text by itself says nothing of policies. */
    private Verdict explained(Explanation said) {
        Optional<Repository> named = said.denial().place().whole();
        if (named.isEmpty()) {
            return new Verdict(List.of(), 0);
        }
        Repository on = named.get();
        boolean seen = said.look() instanceof Look.Seen;
        List<List<String>> worlds = (seen ? worlds(on) : Stream.of(new Moment(List.of(), List.of(), now)))
                .map(moment -> new ExplanationCheck(said, isThere(on), moment.own(), moment.beside(), moment.at())
                        .falsehoods())
                .toList();
        return new Verdict(
                worlds.stream().anyMatch(List::isEmpty)
                        ? List.of()
                        : List.of("an error is explained with " + said.conclusion() + ", but " + worlds.get(0)),
                seen || said.look() instanceof Look.Missing ? 1 : 0);
    }

    /** How it was at some time since it was asked. */
    private record Moment(List<JsonNode> own, List<JsonNode> beside, Instant at) {}

    private Stream<Moment> worlds(Repository on) {
        var registry = new RegionalRegistry(on.account(), on.region());
        return statements(on, asked)
                .flatMap(own -> ruling(registry, asked)
                        .flatMap(beside -> Stream.of(asked, now).map(at -> new Moment(own, beside, at))));
    }

    private static Optional<Age> age(Finding finding) {
        if (finding instanceof Possibility possibility) {
            return possibility.place().age();
        }
        if (finding instanceof PrincipalReach reach) {
            return reach.coverage().parts().stream()
                    .flatMap(part -> part.oldest().stream())
                    .min(Instant::compareTo)
                    .map(oldest -> new Age(oldest, ""));
        }
        return finding instanceof Holders holders ? holders.place().age() : Optional.empty();
    }

    private List<Said> said(Finding finding) {
        if (finding instanceof Possibility possibility) {
            return said(possibility.place(), List.of(possibility.says()));
        }
        if (finding instanceof Holders holders) {
            return said(holders.place(), holders.named());
        }
        if (finding instanceof PrincipalReach reach) {
            return reach.ways().stream()
                    .filter(way -> isInIam(way.through()))
                    .flatMap(way ->
                            way.repositories().stream().map(on -> new Said(on, way.through(), way.allowed(), Set.of())))
                    .toList();
        }
        return List.of();
    }

    private static List<Said> said(Place place, List<Capability> all) {
        return place.exists() && place.doubt().isEmpty()
                ? all.stream()
                        .filter(says -> isInIam(says.whom()))
                        .map(says -> new Said(place.repository(), says.whom(), says.allowed(), says.refused()))
                        .toList()
                : List.of();
    }

    private boolean isSo(Said said, Instant since) {
        if (!isThere(said.on())) {
            return true;
        }
        var registry = new RegionalRegistry(said.on().account(), said.on().region());
        return statements(said.on(), since)
                .anyMatch(own -> ruling(registry, since).anyMatch(beside -> {
                    var all = new ArrayList<>(own);
                    all.addAll(beside);
                    return said.allowed().stream().allMatch(action -> allows(said, action, all))
                            && said.refused().stream().noneMatch(action -> allows(said, action, all));
                }));
    }

    private boolean allows(Said said, String action, List<JsonNode> statements) {
        return request(said.whom(), action, said.on()).allows(statements);
    }

    private BruteForce request(Principal whom, String action, Repository on) {
        String account = whom.account().orElseThrow().value();
        String root = "arn:aws:iam::" + account + ":root";
        return new BruteForce(
                List.of(whom.text(), account, root),
                action,
                on.arn(),
                Map.of(
                        "aws:currenttime", List.of(now.toString()),
                        "aws:principalarn", List.of(whom.text()),
                        "aws:principalaccount", List.of(account)));
    }

    /** Returns whether a statement says so of this principal by its own name. */
    private boolean stands(Holding holding, Repository on, Instant since) {
        String effect = holding.allow() ? "Allow" : "Deny";
        return !isInIam(holding.principal())
                || statements(on, since)
                        .anyMatch(all -> all.stream()
                                .filter(statement ->
                                        statement.path("Effect").asText().equals(effect))
                                .filter(statement -> names(statement, holding.principal()))
                                .map(AnswerCheck::actions)
                                .anyMatch(actions -> holding.actions().equals(actions)
                                        || holding.actions().first().startsWith("* except")));
    }

    /** Of others, organizations and services for example, brute force has no request to make up. */
    private static boolean isInIam(Principal whom) {
        return whom.text().startsWith("arn:") && whom.text().contains(":iam::");
    }

    static Set<String> actions(JsonNode statement) {
        var actions = new TreeSet<String>();
        JsonNode written = statement.path("Action");
        if (written.isTextual()) {
            actions.add(written.asText());
        }
        written.forEach(each -> actions.add(each.asText()));
        return actions;
    }

    static boolean names(JsonNode statement, Principal whom) {
        return statement.path("Principal").toString().contains(whom.text())
                || whom.account()
                        .filter(id -> whom.text().endsWith(":root"))
                        .filter(id -> statement.path("Principal").toString().contains("\"" + id + "\""))
                        .isPresent();
    }

    boolean isThere(Repository repository) {
        return ecr.repositories().contains(repository);
    }

    private Stream<List<JsonNode>> ruling(RegionalRegistry registry, Instant since) {
        return new ModelPolicies(ecr).scope(registry) == PolicyScope.V1
                ? Stream.of(List.of())
                : statements(registry, since);
    }

    /** Returns the statements of each text that the policy had since then. */
    Stream<List<JsonNode>> statements(PolicyHolder holder, Instant since) {
        List<PolicyText> shown = ecr.texts(holder);
        Optional<String> before = shown.stream()
                .filter(text -> text.at().isBefore(since))
                .reduce((first, second) -> second)
                .flatMap(PolicyText::text);
        return Stream.concat(
                        Stream.of(before),
                        shown.stream()
                                .filter(text -> !text.at().isBefore(since))
                                .map(PolicyText::text))
                .distinct()
                .map(ClaimCheck::statements);
    }
}
