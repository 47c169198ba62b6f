package dev.ecrbot.interview;

/** The workspace that the bot's app is installed in. What can't be had is said in words; nothing is thrown. */
public interface Workspace {

    /** Returns what is wrong with the token, in a sentence; empty if Slack takes it. */
    String trouble();

    /** Returns the workspace's address. */
    String address();

    /** Returns the channels that the bot is in. */
    Offers channels();

    /** Returns the user groups. */
    Offers groups();
}
