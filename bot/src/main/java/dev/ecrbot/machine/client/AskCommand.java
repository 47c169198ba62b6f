package dev.ecrbot.machine.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks as a machine. */
@Command(
        name = "ask",
        description = {
            "Ask for access as a machine; people decide in Slack.",
            "Exit code: 0 in effect, or asked for where nothing is waited for, 1 refused, denied or failed, 2 bad input,"
                    + " 3 not decided in time, or the bot couldn't be reached."
        },
        mixinStandardHelpOptions = true)
public final class AskCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(5);

    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--json", description = "What the bot answered, as JSON on one line.")
    private boolean json;

    @Option(names = "--wait", description = "Wait until it is in effect, or can't be any more.")
    private boolean wait;

    @Option(
            names = "--for-at-most",
            defaultValue = "PT8H",
            paramLabel = "TIME",
            description = "How long to wait: PT30M, PT8H. The default is ${DEFAULT-VALUE}.")
    private Duration most = Duration.ofHours(8);

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description =
                    "The ask's own key: with the same one it is made once, however often this is run. A new one if left out.")
    private String key = UUID.randomUUID().toString();

    @Option(names = "--cancel", paramLabel = "ID", description = "Take back this request in place of asking.")
    private @Nullable String cancelled;

    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description = "What people would type: grant pull payments/api sales ci for 7d.")
    private List<String> words = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final CallSigner signer;
    private final BotClient.Pause pause;
    private final Clock clock;

    public AskCommand(CallSigner signer, Clock clock) {
        this(signer, clock, BotClient.Pause.REAL);
    }

    AskCommand(CallSigner signer, Clock clock, BotClient.Pause pause) {
        this.signer = signer;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandSpec here = Objects.requireNonNull(spec);
        if (words.isEmpty() == (cancelled == null)) {
            throw new ParameterException(here.commandLine(), ClientWords.sayWhat());
        }
        PrintStream out = System.out;
        var teller = new Teller(out, here.commandLine().getErr(), json);
        try {
            BotClient client = connection.client(signer, pause);
            BotClient.Reply reply =
                    cancelled == null ? client.ask(String.join(" ", words), key) : client.cancel(cancelled);
            return wait && reply.isDone() ? waited(client, reply, teller) : teller.tell(reply);
        } catch (IOException e) {
            return teller.later(String.valueOf(e.getMessage()));
        }
    }

    private int waited(BotClient client, BotClient.Reply first, Teller teller) throws InterruptedException {
        Instant end = clock.instant().plus(most);
        BotClient.Reply now = first;
        while (now.isDone() && goesOn(now.json())) {
            if (!clock.instant().isBefore(end)) {
                teller.tell(now);
                return teller.later(ClientWords.undecided(key));
            }
            pause.of(LOOK);
            now = looked(client, now);
        }
        return teller.tell(now);
    }

    /** Returns how it is now, or was: a bot that is being replaced answers again soon. */
    private static BotClient.Reply looked(BotClient client, BotClient.Reply before) throws InterruptedException {
        try {
            BotClient.Reply next = client.request(before.json().path("id").asText());
            return next.status() / 100 == 5 || next.status() == 429 ? before : next;
        } catch (IOException e) {
            return before;
        }
    }

    private static boolean goesOn(JsonNode json) {
        return json.has("id") && !json.path("final").asBoolean();
    }
}
