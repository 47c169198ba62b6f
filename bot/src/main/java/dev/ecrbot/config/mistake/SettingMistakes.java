package dev.ecrbot.config.mistake;

import java.util.Collection;

/** What is wrong in the sections of plain settings, and with the access words and machines that the file adds. */
public final class SettingMistakes {
    private SettingMistakes() {}

    public static String noHost() {
        return "takes the name or number of one of this machine's addresses, without a port";
    }

    public static String noMode() {
        return "takes socket or http";
    }

    public static String noCommand() {
        return "takes a slash and up to 31 of a-z, 0-9, - and _, /ecr for example";
    }

    public static String apiUrlWithoutSlash() {
        return "takes a URL that ends with a slash, https://slack.com/api/ for example";
    }

    public static String apiUrlInTheClear() {
        return inTheClear("tokens would travel in the clear");
    }

    public static String noApiUrl() {
        return "takes a URL, https://slack.com/api/ for example";
    }

    private static String inTheClear(String danger) {
        return "has to begin with https, or " + danger;
    }

    public static String portTaken() {
        return "has a port of its own, and this one is taken";
    }

    public static String samePorts(int port) {
        return "slack.port and ops.port have to differ; both are " + port;
    }

    public static String noFile() {
        return "takes a file's name";
    }

    public static String backupOfServer() {
        return "is for the embedded store; PostgreSQL has tools of its own for that";
    }

    public static String secretInUrl() {
        return "holds a user or a password; those come from STORE_USER and STORE_PASSWORD";
    }

    public static String noStoreUrl() {
        return "takes a URL that begins with jdbc:h2: or jdbc:postgresql:";
    }

    public static String noWebhook() {
        return "takes an address, https://audit.example.com/ecr-bot for example";
    }

    public static String webhookInTheClear() {
        return inTheClear("the audit trail would travel in the clear");
    }

    /**
     * @param tagging words that let somebody tag repositories
     * @param rules those that go by tags
     */
    public static String wordsTag(Collection<String> tagging, Collection<String> rules) {
        return "lets whoever gets " + String.join(", ", tagging)
                + " change a repository's tags, by which it is decided under " + String.join(", ", rules)
                + " who approves, or whether anybody has to";
    }

    public static String wordTaken() {
        return "stands for something already, and words don't change their meaning; take another word";
    }

    public static String noWord() {
        return "an access word has up to 20 lower-case letters, perhaps with dashes between them, and isn't all";
    }

    /** Returns what such a word is for, as help says it. */
    public static String meaning(Collection<String> actions) {
        return "as the configuration says: " + String.join(", ", actions);
    }

    public static String noAction() {
        return "takes actions of ECR by their names, as ecr:DescribeImages is one";
    }

    public static String actionOnPolicies() {
        return "takes no action that changes who may do what";
    }

    public static String actionOnRegistries() {
        return "takes actions on repositories; a repository's policy has no say in this one";
    }

    public static String machineUnknown(String rule, String machine) {
        return "rule " + rule + " names machine:" + machine + ", and machines.identities doesn't have it";
    }

    public static String noMachines() {
        return ValueMistakes.empty("machine");
    }

    public static String machineUnproven() {
        return "has neither oidc nor iam, so nothing would prove that somebody is this machine";
    }

    public static String noSubject(int longest) {
        return "takes a subject letter for letter, of " + longest + " letters at most";
    }

    public static String noCaller() {
        return "takes the ARN of a role or a user, arn:aws:iam::222222222222:role/ci for example";
    }

    public static String provesOther(String machine) {
        return "proves that somebody is " + machine + " already";
    }

    public static String noAudience() {
        return "takes what only proofs for this bot are made for: its own address, for example";
    }

    public static String noIssuer() {
        return "takes an issuer's address, https://token.actions.githubusercontent.com for example";
    }

    public static String issuerInTheClear() {
        return inTheClear("anybody on the way could hand out keys");
    }
}
