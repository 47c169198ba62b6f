package dev.ecrbot.denial;

import dev.ecrbot.ecr.AccessCatalogue;
import java.util.Optional;

/**
 * What a pasted text says of a call to ECR that didn't work: never more than its words show. Immutable.
 *
 * @param half what stands in the way
 * @param confident whether the text itself says so; false where it can be several things
 * @param ofEcr whether the text tells of ECR at all; if not, the half is {@link Half#OTHER}
 * @param action the IAM action that was refused or tried, {@code ecr:BatchGetImage} for example
 * @param place where, as far as the text says
 * @param caller who was refused, as far as the text says
 * @param ask the words after {@code /ecr} that ask for what is missing; only where a grant can be that
 * @param next what to do, in plain English
 * @param details what only the person who pasted the text may see again
 */
public record Denial(
        Half half,
        boolean confident,
        boolean ofEcr,
        Optional<String> action,
        ImagePlace place,
        Optional<Caller> caller,
        Optional<String> ask,
        String next,
        AccessDetails details) {

    /**
     * Takes any text whatever apart; reads at most a million characters of it, and never throws.
     *
     * @param accesses what can be asked for
     */
    public static Denial read(String pasted, AccessCatalogue accesses) {
        return DenialReader.read(pasted, accesses);
    }
}
