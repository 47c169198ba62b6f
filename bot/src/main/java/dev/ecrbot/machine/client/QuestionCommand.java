package dev.ecrbot.machine.client;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks how things are, as a machine. */
@Command(
        name = "question",
        description = {
            "Ask a running bot how things are, as a machine: who, can, access, status, audit, drift, explain, export.",
            "Exit code: 0 answered, 1 refused, or no such access, 2 bad input, 3 the bot couldn't be reached."
        },
        mixinStandardHelpOptions = true)
public final class QuestionCommand implements Callable<Integer> {
    @Mixin
    private Connection connection = new Connection();

    @Option(names = "--json", description = "What the bot answered, as JSON on one line.")
    private boolean json;

    @Option(
            names = "--request",
            paramLabel = "ID",
            description = "Tell how this request of the machine's is, in place of a question.")
    private @Nullable String request;

    @Option(
            names = "--events-after",
            paramLabel = "SEQ",
            description = "The audit trail after the event with this seq, one event a line, as JSON; 0 for all of it.")
    private @Nullable Long after;

    @Parameters(arity = "0..*", paramLabel = "WORD", description = "What people would type: who pull payments/api.")
    private List<String> words = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final CallSigner signer;
    private final BotClient.Pause pause;

    public QuestionCommand(CallSigner signer) {
        this(signer, BotClient.Pause.REAL);
    }

    QuestionCommand(CallSigner signer, BotClient.Pause pause) {
        this.signer = signer;
        this.pause = pause;
    }

    @Override
    public Integer call() throws InterruptedException {
        var teller = new Teller(
                System.out, Objects.requireNonNull(spec).commandLine().getErr(), json);
        try {
            BotClient client = connection.client(signer, pause);
            if (after != null) {
                return events(client, teller, after);
            }
            return teller.tell(request == null ? client.question(String.join(" ", words)) : client.request(request));
        } catch (IOException e) {
            return teller.later(String.valueOf(e.getMessage()));
        }
    }

    /** Writes page after page, until there are no more. */
    private static int events(BotClient client, Teller teller, long from) throws IOException, InterruptedException {
        long after = from;
        while (true) {
            BotClient.Reply reply = client.events(after);
            if (!reply.isDone()) {
                return teller.tell(reply);
            }
            reply.json().path("events").forEach(event -> System.out.println(event));
            long last = reply.json().path("last").asLong(after);
            if (reply.json().path("events").isEmpty() || last <= after) {
                return Teller.FINE;
            }
            after = last;
        }
    }
}
