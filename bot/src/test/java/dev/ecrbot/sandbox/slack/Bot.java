package dev.ecrbot.sandbox.slack;

/** The app as it is installed in the workspace. The secrets are made up, but as long as real ones: the SDK cuts them up. */
final class Bot {

    static final String USER = "U0ECRBOT";
    static final String BOT = "B0ECRBOT";
    static final String APP = "A0ECRBOT";
    static final String NAME = "ecr-bot";
    static final String SLACKBOT = "USLACKBOT";

    static final String BOT_TOKEN = "xoxb-100000000001-200000000002-LocalSlackBotTokenXXXXXX";
    static final String APP_TOKEN =
            "xapp-1-A0ECRBOT-300000000003-0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    static final String VERIFICATION_TOKEN = "gIkuvaNzQIHg97ATvDxqgjtO";

    private Bot() {}
}
