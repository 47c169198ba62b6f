package dev.ecrbot.problem;

/** What is wrong with the bot itself: it starts, stops, is busy, made a mistake, or can't be reached where it should listen. */
public final class BotProblems {
    private BotProblems() {}

    public static Problem starting() {
        return new Problem(
                Code.SLACK_UNAVAILABLE,
                "ecr-bot is starting, or can't reach Slack, so nothing was done.",
                "Try again in a minute.");
    }

    public static Problem busy() {
        return new Problem(
                Code.BUSY, "ecr-bot has too much to do right now, so nothing was done.", "Try again in a moment.");
    }

    public static Problem restarting() {
        return new Problem(
                Code.STOPPING,
                "ecr-bot is restarting, so nothing was done. What you asked for before is not lost.",
                "Try again in a minute.");
    }

    /** It was taken in, and stands in the queue as the bot ends. */
    public static Problem restartedBefore() {
        return new Problem(
                Code.STOPPING,
                "ecr-bot was restarted before it came to what you clicked or typed, so nothing was done.",
                "Click again, or type it again, in a minute.");
    }

    /** @param question what is asked again by typing it with “fresh” at its end */
    public static Problem answerWontCome(String question) {
        return new Problem(
                Code.STOPPING,
                "ecr-bot is restarting, so the answer to “" + question + " fresh” that was to come here won't come.",
                "Ask again in a minute: /ecr " + question + " fresh");
    }

    public static Problem stopping() {
        return new Problem(Code.STOPPING, "ecr-bot is stopping.", "What is under way continues when it starts again.");
    }

    /** As the other, where somebody waits for others to write the same policy. */
    public static Problem stoppingWhileWaiting() {
        return new Problem(Code.STOPPING, "ecr-bot is stopping.", "Try again when it is running again.");
    }

    public static Problem stoppingBeforeCheckup() {
        return new Problem(
                Code.STOPPING, "ecr-bot is stopping, so its set-up isn't looked at.", "Ask again when it is back.");
    }

    public static Problem mistake() {
        return new Problem(
                Code.INTERNAL,
                "Something went wrong inside ecr-bot, and what you asked for was not done.",
                "Try again; if it happens again, tell whoever runs the bot when it happened.");
    }

    /** A mistake of the bot's own, after which nobody knows how far it got. */
    public static Problem mistakeHalfway() {
        return new Problem(
                Code.INTERNAL,
                "Something went wrong inside ecr-bot, and it can't say how far it got.",
                "Type /ecr requests to see what was recorded, then try again, and tell whoever runs the bot.");
    }

    /** @param difference in a sentence: how far the clocks are apart */
    public static Problem clocksDiffer(String difference) {
        return new Problem(
                Code.CLOCK_DIFFERS,
                difference + " Replicas by different clocks would end grants at different times.",
                "Set the clocks of both machines, by NTP for example, then start ecr-bot again.");
    }

    /** @param why what the system says */
    public static Problem noPortForOps(String address, String why) {
        return new Problem(
                Code.INTERNAL,
                "The bot can't listen on " + address + " for health and metrics: " + why + ".",
                "Set ops.port to another one, or ops.host to an address of this machine.");
    }

    /** @param why what the system says */
    public static Problem noPortForSlack(String address, String why) {
        return new Problem(
                Code.INTERNAL,
                "The bot can't listen for Slack's requests on " + address + ": " + why + ".",
                "Set slack.port to another one, or slack.host to an address of this machine.");
    }

    /** @param why what the system says */
    public static Problem noPortForMachines(String address, String why) {
        return new Problem(
                Code.INTERNAL,
                "The bot can't listen for machines on " + address + ": " + why + ".",
                "Set machines.port to another one, or machines.host to an address of this machine.");
    }
}
