package dev.ecrbot.slack.door;

import dev.ecrbot.http.Address;
import dev.ecrbot.http.ClientLimits;
import dev.ecrbot.http.HttpListener;
import dev.ecrbot.problem.BotProblems;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.util.Optional;

/** Slack posts to {@code /slack/events}. Nothing else is there. */
public final class HttpDoor implements Door {
    static final String PATH = "/slack/events";
    private static final int LONGEST_BODY = 1024 * 1024;

    private final HttpListener listener;
    private volatile boolean open;

    /** @throws ProblemException if the port can't be listened on */
    public HttpDoor(Address address, HttpDelivery delivery) {
        try {
            listener = new HttpListener("slack-http", address, ClientLimits.of(LONGEST_BODY), delivery);
        } catch (IOException e) {
            throw new ProblemException(
                    BotProblems.noPortForSlack(address.toString(), String.valueOf(e.getMessage())), e);
        }
    }

    public int port() {
        return listener.port();
    }

    @Override
    public void open() {
        listener.open();
        open = true;
    }

    @Override
    public Optional<String> trouble() {
        return open ? Optional.empty() : Optional.of(DoorWords.portNotOpen());
    }

    /** Whoever balances requests looks at readiness; those that still come are told that the bot is stopping. */
    @Override
    public void leave() {}

    @Override
    public void close() {
        open = false;
        listener.close();
    }
}
