package dev.ecrbot.sandbox.ecr;

import java.util.Optional;
import java.util.stream.Stream;

/** The operations of ECR and STS that are there, named as AWS names them. */
public enum ApiOperation {
    GET_REPOSITORY_POLICY("ecr", "GetRepositoryPolicy"),
    SET_REPOSITORY_POLICY("ecr", "SetRepositoryPolicy"),
    DELETE_REPOSITORY_POLICY("ecr", "DeleteRepositoryPolicy"),
    GET_REGISTRY_POLICY("ecr", "GetRegistryPolicy"),
    PUT_REGISTRY_POLICY("ecr", "PutRegistryPolicy"),
    DELETE_REGISTRY_POLICY("ecr", "DeleteRegistryPolicy"),
    GET_ACCOUNT_SETTING("ecr", "GetAccountSetting"),
    DESCRIBE_REPOSITORIES("ecr", "DescribeRepositories"),
    DESCRIBE_REPOSITORY_CREATION_TEMPLATES("ecr", "DescribeRepositoryCreationTemplates"),
    DESCRIBE_PULL_THROUGH_CACHE_RULES("ecr", "DescribePullThroughCacheRules"),
    DESCRIBE_REGISTRY("ecr", "DescribeRegistry"),
    LIST_TAGS_FOR_RESOURCE("ecr", "ListTagsForResource"),
    DESCRIBE_IMAGES("ecr", "DescribeImages"),
    ASSUME_ROLE("sts", "AssumeRole"),
    GET_CALLER_IDENTITY("sts", "GetCallerIdentity");

    private final String service;
    private final String apiName;

    ApiOperation(String service, String apiName) {
        this.service = service;
        this.apiName = apiName;
    }

    /** Returns the permission that the call needs, {@code ecr:GetRepositoryPolicy} for example. */
    public String permission() {
        return service + ":" + apiName;
    }

    static Optional<ApiOperation> named(String service, String apiName) {
        return Stream.of(values())
                .filter(operation -> operation.service.equals(service) && operation.apiName.equals(apiName))
                .findFirst();
    }

    @Override
    public String toString() {
        return apiName;
    }
}
