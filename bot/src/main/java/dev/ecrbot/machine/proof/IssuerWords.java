package dev.ecrbot.machine.proof;

import java.net.URI;

/** What is said of the issuers of machines' tokens. */
final class IssuerWords {
    private IssuerWords() {}

    static String keysThere(int keys) {
        return "Its keys can be had: " + keys + ".";
    }

    static String noKeys() {
        return "it has none";
    }

    static String noneCanAsk(String why) {
        return "No machine with its tokens can ask: " + why + ".";
    }

    static String lookAtIssuer(URI issuer) {
        return "Look whether the bot can reach " + issuer
                + "/.well-known/openid-configuration, and whether it names this issuer letter for letter.";
    }

    static String noAnswer() {
        return "no answer";
    }

    static String noAnswerInTime() {
        return "no answer in time";
    }

    static String tooLong() {
        return "the answer is too long";
    }

    static String answered(int status) {
        return "it answered " + status;
    }

    static String keysNotHad(URI issuer, String why) {
        return "the keys of " + issuer + " can't be had: " + why;
    }

    static String otherwiseCalled() {
        return "it says that it is another issuer";
    }

    static String noAddress() {
        return "it names no address for its keys";
    }

    static String noSafeAddress() {
        return "it names no address by https for its keys";
    }
}
