package dev.ecrbot.denial;

import java.util.Locale;

/** What stands in the way of a call to ECR. */
public enum Half {
    /** The policy of the repository, or of its registry. */
    RESOURCE,
    /** The identity policies of the caller. */
    IDENTITY,
    /** One of these two, or both: the text doesn't say which. */
    BOTH,
    /** Docker's login, or the credentials behind it. */
    LOGIN,
    /** The way to ECR or to the layers, policies of VPC endpoints included. */
    NETWORK,
    /** The repository or the image: it isn't where it was looked for. */
    NOTFOUND,
    /** Something else, or nothing that is known. */
    OTHER;

    /** Returns the word for it in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
