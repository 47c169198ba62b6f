package dev.ecrbot.aws;

/** The calls to ECR, named as AWS names them. */
enum Operation {
    GET_REPOSITORY_POLICY("GetRepositoryPolicy"),
    SET_REPOSITORY_POLICY("SetRepositoryPolicy"),
    DELETE_REPOSITORY_POLICY("DeleteRepositoryPolicy"),
    LIST_TAGS_FOR_RESOURCE("ListTagsForResource"),
    DESCRIBE_IMAGES("DescribeImages"),
    DESCRIBE_REPOSITORIES("DescribeRepositories");

    private final String apiName;

    Operation(String apiName) {
        this.apiName = apiName;
    }

    /** Returns the permission that the call needs, {@code ecr:GetRepositoryPolicy} for example. */
    String permission() {
        return "ecr:" + apiName;
    }

    boolean writes() {
        return this == SET_REPOSITORY_POLICY || this == DELETE_REPOSITORY_POLICY;
    }

    @Override
    public String toString() {
        return apiName;
    }
}
