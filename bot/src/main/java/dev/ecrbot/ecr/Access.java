package dev.ecrbot.ecr;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A named set of ECR actions that people can ask for.
 *
 * <p>Pull is what AWS's managed read-only policy holds for image layers; push holds it too, since docker buildx and
 * manifest lists read manifests while pushing.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push.html">Permissions for pushing</a>
 */
public enum Access {
    PULL(List.of("BatchCheckLayerAvailability", "BatchGetImage", "GetDownloadUrlForLayer")),
    PUSH(List.of(
            "BatchCheckLayerAvailability",
            "BatchGetImage",
            "GetDownloadUrlForLayer",
            "InitiateLayerUpload",
            "UploadLayerPart",
            "CompleteLayerUpload",
            "PutImage")),
    READ(List.of(
            "BatchCheckLayerAvailability", "BatchGetImage", "GetDownloadUrlForLayer", "DescribeImages", "ListImages")),
    PUSH_ONLY(List.of(
            "BatchCheckLayerAvailability",
            "InitiateLayerUpload",
            "UploadLayerPart",
            "CompleteLayerUpload",
            "PutImage"));

    private final Set<String> actions;

    Access(List<String> names) {
        var prefixed = new LinkedHashSet<String>();
        names.forEach(name -> prefixed.add("ecr:" + name));
        this.actions = java.util.Collections.unmodifiableSet(prefixed);
    }

    /** Returns the IAM actions, {@code ecr:BatchGetImage} for example, in a fixed order. */
    public Set<String> actions() {
        return actions;
    }

    /** Returns the word people type: {@code pull}, {@code push}, {@code read} or {@code push-only}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether an image can be pulled with it. */
    public boolean pulls() {
        return actions.containsAll(PULL.actions);
    }

    /** Returns whether an image can be pushed with it. */
    public boolean pushes() {
        return actions.containsAll(PUSH_ONLY.actions);
    }

    /** Returns the access with this word, if there is one. */
    public static Optional<Access> byWord(String word) {
        return Arrays.stream(values()).filter(a -> a.word().equals(word)).findFirst();
    }

    @Override
    public String toString() {
        return word();
    }
}
