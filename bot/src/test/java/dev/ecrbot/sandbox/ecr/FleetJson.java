package dev.ecrbot.sandbox.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What holds for a registry as a whole, as ECR writes it. */
final class FleetJson {
    private FleetJson() {}

    static ObjectNode templates(EcrService service, Caller caller, Place place, JsonNode request) {
        var page = service.creationTemplates(caller, place, EcrOverHttp.token(request), size(request));
        ObjectNode response = Json.MAPPER.createObjectNode();
        var list = response.put("registryId", place.account().value()).putArray("repositoryCreationTemplates");
        page.items().forEach(template -> {
            var node = list.addObject().put("prefix", template.prefix());
            template.appliedFor().forEach(node.putArray("appliedFor")::add);
            if (!template.policy().isEmpty()) {
                node.put("repositoryPolicy", template.policy().text());
            }
        });
        page.nextToken().ifPresent(token -> response.put("nextToken", token));
        return response;
    }

    static ObjectNode rules(EcrService service, Caller caller, Place place, JsonNode request) {
        var page = service.pullThroughRules(caller, place, EcrOverHttp.token(request), size(request));
        ObjectNode response = Json.MAPPER.createObjectNode();
        var list = response.putArray("pullThroughCacheRules");
        page.items().forEach(rule -> {
            var node = list.addObject()
                    .put("ecrRepositoryPrefix", rule.prefix())
                    .put("upstreamRegistryUrl", rule.upstream())
                    .put("registryId", place.account().value());
            rule.role().ifPresent(role -> node.put("customRoleArn", role));
        });
        page.nextToken().ifPresent(token -> response.put("nextToken", token));
        return response;
    }

    static ObjectNode registry(EcrService service, Caller caller, Place place) {
        ObjectNode response = Json.MAPPER.createObjectNode();
        var rules = response.put("registryId", place.account().value())
                .putObject("replicationConfiguration")
                .putArray("rules");
        service.replication(caller, place).forEach(rule -> {
            var node = rules.addObject();
            var destinations = node.putArray("destinations");
            rule.destinations()
                    .forEach(to -> destinations
                            .addObject()
                            .put("region", to.region().value())
                            .put("registryId", to.account().value()));
            var filters = node.putArray("repositoryFilters");
            rule.prefixes()
                    .forEach(prefix -> filters.addObject().put("filter", prefix).put("filterType", "PREFIX_MATCH"));
        });
        return response;
    }

    private static int size(JsonNode request) {
        return request.path("maxResults").asInt(EcrOverHttp.DEFAULT_PAGE);
    }
}
