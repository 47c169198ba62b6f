package dev.ecrbot.denial;

import java.util.List;
import java.util.Optional;

/**
 * An action that is refused.
 *
 * @param access the least that holds it, if any of what can be asked for does
 * @param push whether a push takes it
 */
record Attempt(String name, Optional<String> access, boolean push) {
    static final List<Attempt> ALL = List.of(
            new Attempt("BatchGetImage", Optional.of("pull"), true),
            new Attempt("GetDownloadUrlForLayer", Optional.of("pull"), true),
            new Attempt("BatchCheckLayerAvailability", Optional.of("pull"), true),
            new Attempt("DescribeImages", Optional.of("read"), false),
            new Attempt("ListImages", Optional.of("read"), false),
            new Attempt("InitiateLayerUpload", Optional.of("push"), true),
            new Attempt("UploadLayerPart", Optional.of("push"), true),
            new Attempt("CompleteLayerUpload", Optional.of("push"), true),
            new Attempt("PutImage", Optional.of("push"), true),
            new Attempt("DescribeRepositories", Optional.empty(), false),
            new Attempt("BatchImportUpstreamImage", Optional.empty(), false),
            new Attempt("DeleteRepository", Optional.empty(), false),
            new Attempt("SetRepositoryPolicy", Optional.empty(), false));

    String action() {
        return "ecr:" + name;
    }

    /** Returns the access that would have to be asked for. */
    Optional<String> access(boolean pushing) {
        return access.map(least -> pushing && push ? "push" : least);
    }
}
