package dev.ecrbot.aws;

/** The calls to ECR, named as AWS names them. */
enum Operation {
    GET_REPOSITORY_POLICY("GetRepositoryPolicy"),
    SET_REPOSITORY_POLICY("SetRepositoryPolicy"),
    DELETE_REPOSITORY_POLICY("DeleteRepositoryPolicy"),
    GET_REGISTRY_POLICY("GetRegistryPolicy"),
    PUT_REGISTRY_POLICY("PutRegistryPolicy"),
    DELETE_REGISTRY_POLICY("DeleteRegistryPolicy"),
    GET_ACCOUNT_SETTING("GetAccountSetting"),
    LIST_TAGS_FOR_RESOURCE("ListTagsForResource"),
    DESCRIBE_IMAGES("DescribeImages"),
    DESCRIBE_REPOSITORIES("DescribeRepositories"),
    DESCRIBE_REPOSITORY_CREATION_TEMPLATES("DescribeRepositoryCreationTemplates"),
    DESCRIBE_PULL_THROUGH_CACHE_RULES("DescribePullThroughCacheRules"),
    DESCRIBE_REGISTRY("DescribeRegistry");

    private final String apiName;

    Operation(String apiName) {
        this.apiName = apiName;
    }

    /** Returns the permission that the call needs, {@code ecr:GetRepositoryPolicy} for example. */
    String permission() {
        return "ecr:" + apiName;
    }

    boolean writes() {
        return switch (this) {
            case SET_REPOSITORY_POLICY, DELETE_REPOSITORY_POLICY, PUT_REGISTRY_POLICY, DELETE_REGISTRY_POLICY -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return apiName;
    }
}
