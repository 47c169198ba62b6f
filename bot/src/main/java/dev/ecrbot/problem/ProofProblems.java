package dev.ecrbot.problem;

/** Why it isn't proven which machine sent something. Nothing of it repeats a secret. */
public final class ProofProblems {
    private ProofProblems() {}

    /** @param who as they are proven to be */
    public static Problem stranger(String who) {
        return new Problem(
                Code.MACHINE_UNKNOWN,
                "The configuration names no machine that is " + who + ".",
                "Ask whoever runs ecr-bot to name it under machines.identities.");
    }

    public static Problem awsSilent() {
        return unheard("AWS");
    }

    /** So many ask it that another call isn't made. */
    public static Problem awsAskedByOthers() {
        return unheard("AWS is being asked about others, and");
    }

    public static Problem issuerSilent(String issuer) {
        return unheard("The issuer " + issuer);
    }

    private static Problem unheard(String who) {
        return new Problem(
                Code.BUSY,
                who + " didn't answer, so it couldn't be found out which machine sent this.",
                "Send it again in a moment.");
    }

    public static Problem issuersAskedByOthers() {
        return new Problem(
                Code.BUSY,
                "So many wait for the issuers of their tokens that this one's wasn't asked.",
                "Send it again in a moment.");
    }

    private static Problem unproven(String why) {
        return new Problem(
                Code.MACHINE_UNPROVEN,
                "It isn't proven which machine sent this: " + why + ".",
                "Send Authorization: Bearer and a token, or what the ecr-bot command line sends with --aws.");
    }

    public static Problem noMachines() {
        return unproven("no machines are configured");
    }

    public static Problem noHeader() {
        return unproven("there is no Authorization header");
    }

    public static Problem headerTooLong() {
        return unproven("the Authorization header is too long");
    }

    public static Problem headerOfUnknownKind() {
        return unproven("the Authorization header is of no known kind");
    }

    public static Problem partitionUnknown(String partition) {
        return unproven("no machine is known in the partition " + partition + " of AWS");
    }

    public static Problem signatureNotAccepted() {
        return unproven("AWS doesn't accept the signature");
    }

    public static Problem headerTwice() {
        return unproven("a header stands twice in the signed call");
    }

    public static Problem callUnreadable() {
        return unproven("the signed call can't be read");
    }

    public static Problem callWithoutRegion() {
        return unproven("the call is signed for no Region");
    }

    public static Problem callWithoutDate() {
        return unproven("the signed call has no date");
    }

    /** @param audience the header that says for which bot it is */
    public static Problem signatureCoversTooLittle(String audience) {
        return unproven("the signature doesn't cover host, X-Amz-Date and " + audience);
    }

    /** @param audience the header that says for which bot it is */
    public static Problem callForOtherBot(String audience) {
        return unproven("the call is signed for another bot: its " + audience + " has to be the configured audience");
    }

    public static Problem callTooOld(long minutes) {
        return unproven("the call was signed more than " + minutes + " minutes ago, or a clock is wrong");
    }

    public static Problem callNotForSts() {
        return unproven("the call isn't signed for AWS's STS, with Signature Version 4");
    }

    public static Problem tokenTooLong() {
        return unproven("the token is too long");
    }

    public static Problem tokenWithoutSubject() {
        return unproven("the token has no subject");
    }

    public static Problem tokenOfUnknownIssuer() {
        return unproven("the token is of no issuer that the configuration names");
    }

    public static Problem tokenNotSigned() {
        return unproven("the token is no signed JWT");
    }

    public static Problem tokenEmpty() {
        return unproven("the token says nothing");
    }

    public static Problem tokenNotSignedByIssuer() {
        return unproven("the token isn't signed by its issuer, with RS256 or ES256");
    }

    public static Problem tokenOfOtherIssuer() {
        return unproven("the token is another issuer's");
    }

    public static Problem tokenForOthers() {
        return unproven("the token isn't for this bot alone: its audience has to be what is configured");
    }

    public static Problem tokenWithoutEnd() {
        return unproven("the token has no end");
    }

    public static Problem tokenExpired() {
        return unproven("the token has expired");
    }

    public static Problem tokenTooLasting() {
        return unproven("the token is good for more than a day");
    }

    public static Problem tokenNotGoodYet() {
        return unproven("the token isn't good yet, or a clock is wrong");
    }
}
