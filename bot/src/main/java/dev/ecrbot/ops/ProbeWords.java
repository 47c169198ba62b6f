package dev.ecrbot.ops;

/** What the health page says where a probe found nothing better, and what is answered to a wrong call. */
final class ProbeWords {
    private ProbeWords() {}

    static String ending() {
        return "the bot is ending";
    }

    static String interrupted() {
        return "the check was interrupted";
    }

    static String noAnswer() {
        return "there was no answer in time";
    }

    static String failed() {
        return "the check failed";
    }

    static String unusable(String probe) {
        return probe + " can't be used";
    }

    static String pages() {
        return "There are /health/live, /health/ready and /metrics.\n";
    }

    static String methods() {
        return "Only GET and HEAD.\n";
    }
}
