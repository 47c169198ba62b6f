package dev.ecrbot.ecr;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The access words that people can type, each with what it stands for now. Immutable.
 *
 * <p>It says what a word means that is typed, or read from the configuration. What is stored keeps the actions that its word
 * had, whatever the catalogue says later.
 *
 * @param entries in the order in which they are told to people; each word once
 */
public record AccessCatalogue(List<Entry> entries) {

    /**
     * An access that can be asked for.
     *
     * @param use what it is for, for people who look for the right word
     */
    public record Entry(Access access, String use) {

        /** An entry for actions that are written without {@code ecr:} here. */
        private static Entry of(String word, String use, String... actions) {
            var names = new LinkedHashSet<String>();
            for (String action : actions) {
                names.add("ecr:" + action);
            }
            return new Entry(new Access(word, names), use);
        }
    }

    public AccessCatalogue {
        entries = List.copyOf(entries);
        Set<String> words = entries.stream().map(entry -> entry.access().word()).collect(Collectors.toSet());
        if (words.size() < entries.size()) {
            throw new IllegalArgumentException("an access word stands for one thing");
        }
        if (entries.stream().noneMatch(entry -> entry.access().pulls())) {
            throw new IllegalArgumentException("there is no access to pull with");
        }
    }

    /**
     * Returns the catalogue of the words that every bot knows.
     *
     * <p>Pull is what AWS's managed read-only policy holds for image layers. Push-only is the six actions that AWS names for
     * pushing; one of them reads manifests, and without the seventh, which push holds too, no layer can be fetched.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push.html">Permissions for pushing</a>
     */
    public static AccessCatalogue standard() {
        return new AccessCatalogue(List.of(
                Entry.of(
                        "pull", "use images", "BatchCheckLayerAvailability", "BatchGetImage", "GetDownloadUrlForLayer"),
                Entry.of(
                        "push",
                        "pull, and add images",
                        "BatchCheckLayerAvailability",
                        "BatchGetImage",
                        "GetDownloadUrlForLayer",
                        "InitiateLayerUpload",
                        "UploadLayerPart",
                        "CompleteLayerUpload",
                        "PutImage"),
                Entry.of(
                        "read",
                        "pull, and list images",
                        "BatchCheckLayerAvailability",
                        "BatchGetImage",
                        "GetDownloadUrlForLayer",
                        "DescribeImages",
                        "ListImages"),
                Entry.of(
                        "push-only",
                        "add images without pulling them",
                        "BatchCheckLayerAvailability",
                        "BatchGetImage",
                        "InitiateLayerUpload",
                        "UploadLayerPart",
                        "CompleteLayerUpload",
                        "PutImage")));
    }

    /** Returns the accesses, in order. */
    public List<Access> accesses() {
        return entries.stream().map(Entry::access).toList();
    }

    /** Returns the words, in order. */
    public List<String> words() {
        return accesses().stream().map(Access::word).toList();
    }

    /** Returns the access with this word, if there is one. */
    public Optional<Access> byWord(String word) {
        return accesses().stream().filter(access -> access.word().equals(word)).findFirst();
    }

    /** Returns every action that some access holds. */
    public Set<String> actions() {
        return accesses().stream()
                .flatMap(access -> access.actions().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the access with the fewest actions among those that fit, the first of several. */
    public Optional<Access> smallest(Predicate<Access> fitting) {
        return accesses().stream()
                .filter(fitting)
                .min(Comparator.comparingInt(access -> access.actions().size()));
    }

    /** Returns the smallest access with which an image can be pulled. */
    public Access pulling() {
        return smallest(Access::pulls).orElseThrow();
    }
}
