package dev.ecrbot.policy.source;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.policy.Marked;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.TextPlace;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.util.Optional;

/**
 * A policy as it was found in a file; immutable.
 *
 * @param name what the file calls it, a resource's name for example; empty if the file is the policy
 * @param source whose policy it is
 * @param owner the registry's account, if the file tells
 * @param file the whole file
 * @param pointer the JSON pointer to the policy in the file
 * @param encoded whether the policy stands there as one text, so that its parts have no place of their own
 */
public record Found(
        Optional<String> name,
        Source source,
        Optional<AccountId> owner,
        PolicyDocument document,
        Marked file,
        String pointer,
        boolean encoded) {

    /** Returns where an element of the policy begins in the file, or what stands around it; the element by its JSON pointer. */
    public Optional<TextPlace> place(String element) {
        return file.place(encoded ? pointer : pointer + element);
    }
}
