package dev.ecrbot.sandbox.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ecrbot.ecr.AccountId;
import java.util.Optional;

/**
 * ECR's JSON 1.1 protocol on top of {@link EcrService}: members named as in the service model.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/Welcome.html">Amazon ECR API Reference</a>
 */
final class EcrOverHttp {

    private static final String TARGET = "AmazonEC2ContainerRegistry_V20150921.";
    static final int DEFAULT_PAGE = 100;

    private final EcrService service;

    EcrOverHttp(EcrService service) {
        this.service = service;
    }

    Reply answer(SignedRequest from, String target, String body) {
        var operation = ApiOperation.named("ecr", target.replace(TARGET, ""))
                .filter(known -> target.startsWith(TARGET))
                .orElseThrow(() -> new AwsError("UnknownOperationException", 400, "unknown operation"));
        JsonNode request = Json.tree(body);
        ObjectNode response = answer(operation, from, request);
        return new Reply(200, Reply.JSON, response.toString());
    }

    static Reply error(AwsError error) {
        var body = Json.MAPPER.createObjectNode().put("__type", error.code()).put("message", error.message());
        return new Reply(error.status(), Reply.JSON, body.toString());
    }

    private ObjectNode answer(ApiOperation operation, SignedRequest from, JsonNode request) {
        var place = place(from, request);
        String name = request.path("repositoryName").asText();
        String text = request.path("policyText").asText();
        return switch (operation) {
            case GET_REPOSITORY_POLICY ->
                repositoryPolicy(place, name, service.getRepositoryPolicy(from.caller(), place, name));
            case SET_REPOSITORY_POLICY -> {
                boolean force = request.path("force").asBoolean();
                String stored = service.setRepositoryPolicy(from.caller(), place, name, text, force);
                yield repositoryPolicy(place, name, stored);
            }
            case DELETE_REPOSITORY_POLICY ->
                repositoryPolicy(place, name, service.deleteRepositoryPolicy(from.caller(), place, name));
            case GET_REGISTRY_POLICY -> registryPolicy(place, service.getRegistryPolicy(from.caller(), place));
            case PUT_REGISTRY_POLICY -> registryPolicy(place, service.putRegistryPolicy(from.caller(), place, text));
            case DELETE_REGISTRY_POLICY -> registryPolicy(place, service.deleteRegistryPolicy(from.caller(), place));
            case GET_ACCOUNT_SETTING -> {
                String setting = request.path("name").asText();
                yield object().put("name", setting)
                        .put("value", service.getAccountSetting(from.caller(), place, setting));
            }
            case DESCRIBE_REPOSITORIES -> repositories(from.caller(), place, request);
            case DESCRIBE_REPOSITORY_CREATION_TEMPLATES -> FleetJson.templates(service, from.caller(), place, request);
            case DESCRIBE_REGISTRY -> FleetJson.registry(service, from.caller(), place);
            case DESCRIBE_PULL_THROUGH_CACHE_RULES -> FleetJson.rules(service, from.caller(), place, request);
            case LIST_TAGS_FOR_RESOURCE -> tags(from.caller(), place, request);
            case DESCRIBE_IMAGES -> images(from.caller(), place, name, request);
            case ASSUME_ROLE, GET_CALLER_IDENTITY ->
                throw new AwsError("UnknownOperationException", 400, "not an operation of ECR");
        };
    }

    /** A registry id that isn't given is the caller's account. */
    private static Place place(SignedRequest from, JsonNode request) {
        if (!request.hasNonNull("registryId")) {
            return new Place(from.caller().account(), from.region());
        }
        return AccountId.parse(request.path("registryId").asText())
                .map(account -> new Place(account, from.region()))
                .orElseThrow(() -> AwsError.invalid("registryId", "must satisfy regular expression '[0-9]{12}'"));
    }

    private static ObjectNode repositoryPolicy(Place place, String name, String text) {
        return registryPolicy(place, text).put("repositoryName", name);
    }

    private static ObjectNode registryPolicy(Place place, String text) {
        return object().put("registryId", place.account().value()).put("policyText", text);
    }

    private ObjectNode repositories(Caller caller, Place place, JsonNode request) {
        var page = service.describeRepositories(
                caller,
                place,
                Json.texts(request.path("repositoryNames")).toList(),
                token(request),
                request.path("maxResults").asInt(DEFAULT_PAGE));
        ObjectNode response = object();
        var list = response.putArray("repositories");
        for (RepositoryState state : page.items()) {
            list.addObject()
                    .put("repositoryArn", state.repository.arn())
                    .put("registryId", place.account().value())
                    .put("repositoryName", state.repository.name().value())
                    .put("repositoryUri", state.repository.uri())
                    .put("createdAt", state.createdAt.getEpochSecond())
                    .put("imageTagMutability", "MUTABLE");
        }
        page.nextToken().ifPresent(token -> response.put("nextToken", token));
        return response;
    }

    private ObjectNode tags(Caller caller, Place place, JsonNode request) {
        String arn = request.path("resourceArn").asText();
        String[] parts = arn.split(":repository/", 2);
        if (parts.length != 2 || !arn.equals(place.arn(parts[1]))) {
            throw AwsError.invalid("resourceArn", "Invalid ARN");
        }
        ObjectNode response = object();
        var list = response.putArray("tags");
        service.listTags(caller, place, parts[1])
                .forEach((key, value) -> list.addObject().put("Key", key).put("Value", value));
        return response;
    }

    private ObjectNode images(Caller caller, Place place, String name, JsonNode request) {
        String status = request.path("filter").path("tagStatus").asText("ANY");
        Optional<Boolean> tagged = status.equals("ANY") ? Optional.empty() : Optional.of(status.equals("TAGGED"));
        int size = request.path("maxResults").asInt(DEFAULT_PAGE);
        var page = service.describeImages(caller, place, name, tagged, token(request), size);
        ObjectNode response = object();
        var list = response.putArray("imageDetails");
        for (Image image : page.items()) {
            var detail = list.addObject()
                    .put("registryId", place.account().value())
                    .put("repositoryName", name)
                    .put("imageDigest", image.digest())
                    .put("imageSizeInBytes", 31_415_926)
                    .put("imagePushedAt", image.pushedAt().getEpochSecond())
                    .put("artifactMediaType", "application/vnd.docker.container.image.v1+json");
            image.tags().forEach(detail.withArray("imageTags")::add);
        }
        page.nextToken().ifPresent(token -> response.put("nextToken", token));
        return response;
    }

    static Optional<String> token(JsonNode request) {
        return Optional.ofNullable(request.path("nextToken").textValue());
    }

    private static ObjectNode object() {
        return Json.MAPPER.createObjectNode();
    }
}
