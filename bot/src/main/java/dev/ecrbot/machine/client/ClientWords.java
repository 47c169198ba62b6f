package dev.ecrbot.machine.client;

/** What a machine's log is told on its command line, beside what the bot answered. */
final class ClientWords {
    private ClientWords() {}

    static String sayWhat() {
        return "Say what to ask for, or which request to --cancel.";
    }

    static String undecided(String key) {
        return "Nobody has decided yet. Run it again with --key " + key + " to go on waiting.";
    }

    static String strangeAnswer(int status) {
        return "The server answered " + status + ", and not as ecr-bot does.";
    }

    static String stands(String id, String state) {
        return id + " is " + state;
    }

    static String decidedBy(String who) {
        return "decided by " + who;
    }

    static String noServer() {
        return "--server takes an address, https://ecr-bot.example.com for example.";
    }

    static String noPathOfServer() {
        return "--server takes an address without a path: the bot's own begin with /v1/.";
    }

    static String noClearServer() {
        return "--server has to begin with https, or what proves who this is would travel in the clear.";
    }

    static String sayWho() {
        return "Say what proves who this is: --oidc-token-file, --github or --aws.";
    }

    static String nameRegion() {
        return "--aws needs a Region: name one with --region.";
    }

    static String noGithubToken(int status) {
        return "GitHub handed out no token: it answered " + status + ".";
    }

    static String noGithubVariable(String name) {
        return name + " isn't set: --github is for jobs of GitHub Actions with the permission id-token: write.";
    }
}
