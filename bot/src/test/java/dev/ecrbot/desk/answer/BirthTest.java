package dev.ecrbot.desk.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.Seed;
import dev.ecrbot.Thoroughness;
import dev.ecrbot.desk.DeskBench;
import dev.ecrbot.desk.counter.Answer;
import dev.ecrbot.desk.sight.Capability;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.sandbox.ecr.Place;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What is said of repositories that aren't there holds once they are made: templates, rules for pulling through and a registry's
 * policy are made up, the repository is made in the local ECR, and the policies that it has then are read by a few lines that
 * share nothing with the engine.
 */
final class BirthTest {
    private static final int SAMPLE = 100;
    private static final int ALL = 10_000;
    private static final int EACH = 25;
    private static final int ROOM = 10;
    private static final List<String> PULL =
            List.of("ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer");
    private static final List<String> PARTS = List.of("team", "hub", "a");
    private static final List<String> WAYS = List.of("CREATE_ON_PUSH", "PULL_THROUGH_CACHE", "REPLICATION");
    private static final List<String> WHO = List.of(
            "arn:aws:iam::222222222222:role/ci-deployer",
            "arn:aws:iam::222222222222:root",
            "arn:aws:iam::333333333333:root",
            "arn:aws:iam::333333333333:role/report-runner");
    private static final String ARNS = "arn:aws:ecr:us-west-2:111111111111:repository/";

    private final ObjectMapper json = new ObjectMapper();
    private int fromTemplates;

    @Test
    void whatIsSaidBeforeABirthIsSoAfterIt() throws Exception {
        int registries = Thoroughness.ofThisRun().of(SAMPLE, ALL);
        var random = new Random(Seed.ofThisRun());
        for (int made = 0; made < registries; made += EACH) {
            try (var bench = new DeskBench()) {
                several(bench, random);
            }
        }
        assertThat(fromTemplates).as("made from templates").isGreaterThan(registries / 2);
    }

    /** Names of their own let one registry stand for several. */
    private void several(DeskBench bench, Random random) throws Exception {
        var registry = new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST);
        var statements = new ArrayList<String>();
        var names = new ArrayList<String>();
        for (int number = 0; number < EACH; number++) {
            String root = "n" + number;
            made(bench, random, root);
            // A policy has room for so many.
            if (number < ROOM) {
                statements.add(
                        statements(random, Optional.of(ARNS + root + (random.nextBoolean() ? "/*" : "/team/*"))));
            }
            names.add(root + "/" + one(random, PARTS) + "/" + one(random, PARTS) + "/x");
        }
        bench.ecr.setPolicy(registry, policy(String.join(",", statements)));
        bench.crawl();
        for (String name : names) {
            for (String who : List.of(one(random, WHO), one(random, WHO))) {
                check(bench, name, who);
            }
        }
        checkHolders(bench, one(random, names));
    }

    private static void made(DeskBench bench, Random random, String root) {
        var place = Place.of(new RegionalRegistry(SeedRegistry.CENTRAL, SeedRegistry.WEST));
        for (String prefix : List.of(root, root + "/team", root + "/hub", root + "/a", root + "/team/a")) {
            if (random.nextInt(2) == 0) {
                var policy = PolicyDocument.parse(policy(statements(random, Optional.empty())));
                bench.ecr.addTemplate(place, new CreationTemplate(prefix, some(random, WAYS), policy));
            }
            if (random.nextInt(4) == 0) {
                bench.ecr.addPullThroughRule(
                        place, new PullThroughRule(prefix, "registry-1.docker.io", Optional.empty()));
            }
        }
        // There is one for all names at most.
        if (root.equals("n0") && random.nextInt(2) == 0) {
            var policy = PolicyDocument.parse(policy(statements(random, Optional.empty())));
            bench.ecr.addTemplate(place, new CreationTemplate(CreationTemplate.ROOT, Set.of("CREATE_ON_PUSH"), policy));
        }
    }

    private void check(DeskBench bench, String name, String who) throws Exception {
        Possibility said = said(bench, "can " + who + " pull " + name);
        assertThat(said.place().exists()).isFalse();
        Repository repository = SeedRegistry.west(name);
        bench.ecr.addRepository(repository, Map.of());
        assertThat(said.says().verdict()).as("%s on %s", who, name).isEqualTo(verdict(bench, repository, who));
        bench.ecr.deleteRepository(repository);
        for (String way : WAYS) {
            Optional<dev.ecrbot.desk.answer.Place.Newborn<Capability>> born = said.newborn().stream()
                    .filter(one -> one.ways().contains(way))
                    .findFirst();
            bench.ecr.bear(repository, way);
            boolean possible =
                    !way.equals("PULL_THROUGH_CACHE") || said.place().filled().isPresent();
            Capability says =
                    born.map(dev.ecrbot.desk.answer.Place.Newborn::says).orElse(said.says());
            fromTemplates += born.isPresent() ? 1 : 0;
            if (possible) {
                assertThat(says.verdict())
                        .as("%s on %s made by %s", who, name, way)
                        .isEqualTo(verdict(bench, repository, who));
            } else {
                assertThat(born).isEmpty();
            }
            bench.ecr.deleteRepository(repository);
        }
    }

    /** Whoever is listed has it by the same evaluation. */
    private static void checkHolders(DeskBench bench, String name) {
        Holders holders = (Holders) found(bench, "who pull " + name);
        for (dev.ecrbot.desk.answer.Place.Newborn<List<Capability>> born : holders.newborn()) {
            for (Capability says : born.says()) {
                Possibility one = said(bench, "can " + says.whom().text() + " pull " + name);
                assertThat(one.newborn())
                        .filteredOn(other -> other.template().equals(born.template()))
                        .extracting(other -> other.says().verdict())
                        .containsExactly(says.verdict());
            }
        }
    }

    /** An account stands for whoever in it has no statement of their own; a role has what its account has, too. */
    private Capability.Verdict verdict(DeskBench bench, Repository repository, String who) throws Exception {
        var statements = new ArrayList<JsonNode>();
        Optional<String> own = bench.ecr.policy(repository);
        if (own.isPresent()) {
            json.readTree(own.get()).path("Statement").forEach(statements::add);
        }
        var registry = new RegionalRegistry(repository.account(), repository.region());
        json.readTree(bench.ecr.policy(registry).orElseThrow())
                .path("Statement")
                .forEach(one -> {
                    String resource = one.path("Resource").asText();
                    String start = resource.substring(0, resource.length() - 1);
                    if ((ARNS + repository.name()).startsWith(start)) {
                        statements.add(one);
                    }
                });
        for (String action : PULL) {
            boolean denied = statements.stream().anyMatch(one -> applies(one, "Deny", action, who));
            boolean allowed = statements.stream().anyMatch(one -> applies(one, "Allow", action, who));
            if (denied || !allowed) {
                return Capability.Verdict.NO;
            }
        }
        return Capability.Verdict.YES;
    }

    private static boolean applies(JsonNode statement, String effect, String action, String who) {
        String account = who.replaceAll(":(role/.*|root)", ":root");
        List<String> named = texts(statement.path("Principal").path("AWS"));
        List<String> actions = texts(statement.path("Action"));
        return statement.path("Effect").asText().equals(effect)
                && (actions.contains(action) || actions.contains("ecr:*"))
                && (named.contains(who) || named.contains(account));
    }

    private static List<String> texts(JsonNode node) {
        if (node.isTextual()) {
            return List.of(node.asText());
        }
        var all = new ArrayList<String>();
        node.forEach(one -> all.add(one.asText()));
        return all;
    }

    private static String policy(String statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
    }

    private static String statements(Random random, Optional<String> resource) {
        var statements = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String who = some(random, WHO).stream().map(one -> '"' + one + '"').collect(Collectors.joining(","));
            String what = random.nextInt(3) == 0
                    ? "\"ecr:BatchGetImage\""
                    : PULL.stream().map(one -> '"' + one + '"').collect(Collectors.joining(","));
            statements.add(
                    "{\"Effect\":\"" + (random.nextInt(4) == 0 ? "Deny" : "Allow") + "\",\"Principal\":{\"AWS\":["
                            + who + "]},\"Action\":[" + what + "]"
                            + resource.map(on -> ",\"Resource\":\"" + on + "\"").orElse("") + "}");
        }
        return String.join(",", statements);
    }

    private static Set<String> some(Random random, List<String> all) {
        var some = new LinkedHashSet<>(List.of(one(random, all)));
        all.stream().filter(one -> random.nextInt(3) == 0).forEach(some::add);
        return some;
    }

    private static String one(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Possibility said(DeskBench bench, String question) {
        return (Possibility) found(bench, question);
    }

    private static Finding found(DeskBench bench, String question) {
        Answer answer = bench.types(DeskBench.RITA, question);
        assertThat(answer).as(question).isInstanceOf(Answer.Found.class);
        return ((Answer.Found) answer).finding();
    }
}
