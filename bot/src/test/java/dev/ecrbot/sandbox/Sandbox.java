package dev.ecrbot.sandbox;

/** A Slack-like page in the browser, with the bot and an ECR behind it, on this machine alone. */
public final class Sandbox {

    private Sandbox() {}

    public static void main(String[] args) {
        System.out.println("ecr-bot sandbox: nothing in it yet");
    }
}
