package dev.ecrbot.ecr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A named set of ECR actions that people can ask for. Immutable.
 *
 * <p>Which words there are is the {@link AccessCatalogue}'s. A grant keeps the actions that its word had when it was asked
 * for, and the conditions that its rule wanted then, so two accesses can share a word and still be two. IAM reads action names in any case, and so does
 * {@link #equals}.
 *
 * @param word what people type: one or more parts of lower-case letters, joined by dashes
 * @param actions IAM actions, {@code ecr:BatchGetImage} for example, without wildcards; the order is the one they are
 *     written in
 * @param conditions under which it is given; what the same word gives under others is another access
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push.html">Permissions for pushing</a>
 */
public record Access(String word, Set<String> actions, AccessConditions conditions) {
    private static final String PREFIX = "ecr:";
    // Letters and dashes alone, since Sids are made of words, and numbers are added to Sids.
    private static final Pattern WORD = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final int LONGEST = 20;
    private static final String EVERYTHING = "all";
    private static final Pattern ACTION = Pattern.compile(PREFIX + "[A-Za-z]{3,60}");

    /** What decides who has access, be it now or in repositories yet to be created. */
    private static final Set<String> DECIDING = folded(List.of(
            "ecr:SetRepositoryPolicy",
            "ecr:DeleteRepositoryPolicy",
            "ecr:PutRegistryPolicy",
            "ecr:DeleteRegistryPolicy",
            "ecr:PutAccountSetting",
            "ecr:CreateRepositoryCreationTemplate",
            "ecr:UpdateRepositoryCreationTemplate",
            "ecr:DeleteRepositoryCreationTemplate"));

    private static final Set<String> FETCHING = folded(List.of("ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"));
    private static final String CHECKING = fold("ecr:BatchCheckLayerAvailability");
    private static final Set<String> ADDING = folded(List.of(
            "ecr:BatchCheckLayerAvailability",
            "ecr:InitiateLayerUpload",
            "ecr:UploadLayerPart",
            "ecr:CompleteLayerUpload",
            "ecr:PutImage"));

    public Access {
        Malformed.unless(
                isWord(word),
                "an access word has up to " + LONGEST
                        + " lower-case letters, perhaps with dashes between them, and isn't " + EVERYTHING,
                word);
        Malformed.unless(!actions.isEmpty(), "an access has actions", word);
        actions.forEach(action -> Malformed.unless(
                isGrantable(action),
                "an access has actions of ECR, by name, that change no policy, as ecr:BatchGetImage is one",
                action));
        actions = Collections.unmodifiableSet(new LinkedHashSet<>(actions));
    }

    /** An access that depends on nothing. */
    public Access(String word, Set<String> actions) {
        this(word, actions, AccessConditions.NONE);
    }

    /** Returns the same access, given under these conditions and no others. */
    public Access under(AccessConditions others) {
        return new Access(word, actions, others);
    }

    /** Returns the access of this word with these actions, if the two can be one. */
    public static Optional<Access> of(String word, Collection<String> actions) {
        return isWord(word) && !actions.isEmpty() && actions.stream().allMatch(Access::isGrantable)
                ? Optional.of(new Access(word, new LinkedHashSet<>(actions)))
                : Optional.empty();
    }

    private static boolean isWord(String text) {
        return text.length() <= LONGEST && WORD.matcher(text).matches() && !text.equals(EVERYTHING);
    }

    private static boolean isGrantable(String action) {
        return ACTION.matcher(action).matches() && !DECIDING.contains(fold(action));
    }

    /** Returns whether an image can be pulled with it. */
    public boolean pulls() {
        return foldedActions().containsAll(FETCHING);
    }

    /** Returns whether an image can be pushed with it. */
    public boolean pushes() {
        return foldedActions().containsAll(ADDING);
    }

    /** Returns whether an image can be pulled with it, and nothing else be done. */
    public boolean onlyPulls() {
        return pulls() && foldedActions().stream().allMatch(Access::servesPulling);
    }

    /** Returns whether the action is one of those that a client uses to pull an image. */
    public static boolean servesPulling(String action) {
        return FETCHING.contains(fold(action)) || fold(action).equals(CHECKING);
    }

    /**
     * Returns it with nothing but what fetches an image, which is all that services use who fetch one for somebody; itself if
     * it is for more than pulling.
     */
    public Access fetching() {
        return onlyPulls()
                ? new Access(
                        word,
                        actions.stream()
                                .filter(action -> FETCHING.contains(fold(action)))
                                .collect(Collectors.toCollection(LinkedHashSet::new)),
                        conditions)
                : this;
    }

    /** Returns this access with the actions of another one, too, after its own. */
    public Access and(Access other) {
        var both = new ArrayList<>(actions);
        Set<String> own = foldedActions();
        other.actions.stream().filter(action -> !own.contains(fold(action))).forEach(both::add);
        return new Access(word, new LinkedHashSet<>(both), conditions);
    }

    private Set<String> foldedActions() {
        return folded(actions);
    }

    private static Set<String> folded(Collection<String> actions) {
        return actions.stream().map(Access::fold).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String fold(String action) {
        return action.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Access access
                && word.equals(access.word)
                && foldedActions().equals(access.foldedActions())
                && conditions.equals(access.conditions);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * word.hashCode() + foldedActions().hashCode()) + conditions.hashCode();
    }

    /** Returns the word. */
    @Override
    public String toString() {
        return word;
    }
}
