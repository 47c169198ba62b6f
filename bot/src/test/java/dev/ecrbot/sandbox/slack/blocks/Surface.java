package dev.ecrbot.sandbox.slack.blocks;

/** Where blocks are shown, which decides how many fit. */
public enum Surface {
    MESSAGE(50),
    VIEW(100);

    private final int most;

    Surface(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }
}
