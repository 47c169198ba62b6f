package dev.ecrbot.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.index.CreationTemplate;
import dev.ecrbot.index.PullThroughRule;
import dev.ecrbot.index.RegistryFacts;
import dev.ecrbot.index.ReplicationRule;
import dev.ecrbot.policy.PolicyDocument;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What holds for a registry as a whole, as JSON in a column, with the texts of its policies kept elsewhere. */
final class FactsColumn {
    private FactsColumn() {}

    /** @param owner under whose name the texts are kept */
    static String write(RegistryFacts facts, String owner, PolicyTexts texts) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("policy", kept(facts.policy(), owner, texts))
                .put("decides", facts.decides());
        var templates = json.putArray("templates");
        for (CreationTemplate template : facts.templates()) {
            var node = templates
                    .addObject()
                    .put("prefix", template.prefix())
                    .put("policy", kept(template.policy(), owner, texts));
            template.appliedFor().stream().sorted().forEach(node.putArray("appliedFor")::add);
        }
        var rules = json.putArray("pullThrough");
        for (PullThroughRule rule : facts.pullThroughRules()) {
            var node = rules.addObject().put("prefix", rule.prefix()).put("upstream", rule.upstream());
            rule.role().ifPresent(role -> node.put("role", role));
        }
        replication(facts, json);
        return json.toString();
    }

    private static void replication(RegistryFacts facts, ObjectNode json) {
        var rules = json.putArray("replication");
        for (ReplicationRule rule : facts.replication()) {
            var node = rules.addObject();
            var destinations = node.putArray("destinations");
            rule.destinations()
                    .forEach(to -> destinations
                            .addObject()
                            .put("account", to.account().value())
                            .put("region", to.region().value()));
            rule.prefixes().forEach(node.putArray("prefixes")::add);
        }
    }

    private static List<ReplicationRule> replication(JsonNode json) {
        var rules = new ArrayList<ReplicationRule>();
        for (JsonNode node : json.path("replication")) {
            var destinations = new ArrayList<RegionalRegistry>();
            node.path("destinations")
                    .forEach(to -> destinations.add(new RegionalRegistry(
                            new AccountId(to.path("account").asText()),
                            new Region(to.path("region").asText()))));
            var prefixes = new ArrayList<String>();
            node.path("prefixes").forEach(prefix -> prefixes.add(prefix.asText()));
            rules.add(new ReplicationRule(destinations, prefixes));
        }
        return rules;
    }

    static RegistryFacts read(Row row, String column) throws SQLException {
        JsonNode json = Details.tree(row.text(column));
        var templates = new ArrayList<CreationTemplate>();
        for (JsonNode node : json.path("templates")) {
            var appliedFor = new HashSet<String>();
            node.path("appliedFor").forEach(word -> appliedFor.add(word.asText()));
            templates.add(new CreationTemplate(
                    node.path("prefix").asText(),
                    appliedFor,
                    policy(row, node.path("policy").asText())));
        }
        var rules = new ArrayList<PullThroughRule>();
        for (JsonNode node : json.path("pullThrough")) {
            rules.add(new PullThroughRule(
                    node.path("prefix").asText(),
                    node.path("upstream").asText(),
                    Optional.ofNullable(node.path("role").textValue())));
        }
        return new RegistryFacts(
                policy(row, json.path("policy").asText()),
                json.path("decides").asBoolean(),
                templates,
                rules,
                replication(json));
    }

    private static String kept(PolicyDocument policy, String owner, PolicyTexts texts) {
        return policy.isEmpty() ? "" : texts.keep(policy.text(), owner);
    }

    private static PolicyDocument policy(Row row, String stored) {
        return stored.isEmpty()
                ? PolicyDocument.empty()
                : PolicyDocument.parse(row.texts().text(stored));
    }
}
