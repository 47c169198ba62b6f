package dev.ecrbot.machine;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ecrbot.config.MachineIdentity;
import dev.ecrbot.http.Head;
import dev.ecrbot.machine.answer.Outcome;
import dev.ecrbot.problem.MachineProblems;
import dev.ecrbot.problem.ProblemException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which calls there are, and what each wants. */
final class Calls {
    static final String ROOT = "/v1/";
    private static final Pattern REQUEST = Pattern.compile("/v1/requests/([A-Za-z0-9-]{1,40})");
    private static final Pattern CANCEL = Pattern.compile("/v1/requests/([A-Za-z0-9-]{1,40})/cancel");
    private static final Pattern EVENTS = Pattern.compile("/v1/events/after/([0-9]{1,18})");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{8,128}");
    private static final int LONGEST_ASK = 4_000;
    private static final int LONGEST_QUESTION = 40_000;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final Clerk clerk;

    Calls(Clerk clerk) {
        this.clerk = clerk;
    }

    /** Returns the methods that a path takes; empty where nothing is. */
    static Optional<String> methods(String path) {
        boolean posted = path.equals("/v1/asks")
                || path.equals("/v1/questions")
                || CANCEL.matcher(path).matches();
        boolean got = path.equals("/v1/requests")
                || path.equals("/v1/whoami")
                || EVENTS.matcher(path).matches()
                || REQUEST.matcher(path).matches();
        return posted ? Optional.of("POST") : got ? Optional.of("GET") : Optional.empty();
    }

    /**
     * Serves a call whose path takes its method.
     *
     * @throws ProblemException if it can't be served
     */
    Outcome serve(MachineIdentity machine, Head head, byte[] body) {
        Matcher cancelled = CANCEL.matcher(head.path());
        Matcher shown = REQUEST.matcher(head.path());
        Matcher events = EVENTS.matcher(head.path());
        if (events.matches()) {
            return clerk.events(machine, Long.parseLong(events.group(1)));
        }
        if (cancelled.matches()) {
            return clerk.cancel(machine, cancelled.group(1));
        }
        if (shown.matches()) {
            return clerk.record(machine, "show " + shown.group(1));
        }
        return switch (head.path()) {
            case "/v1/asks" -> clerk.ask(machine, text(head, body, "ask", LONGEST_ASK), key(head));
            case "/v1/questions" -> clerk.question(machine, text(head, body, "question", LONGEST_QUESTION));
            case "/v1/requests" -> clerk.record(machine, "requests mine");
            default ->
                new Outcome(
                        200,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("machine", machine.name())
                                .put("questions", machine.questions())
                                .put("audit", machine.audit()));
        };
    }

    private static String key(Head head) {
        return head.header("Idempotency-Key")
                .filter(key -> KEY.matcher(key).matches())
                .orElseThrow(() -> new ProblemException(MachineProblems.keyMissing()));
    }

    private static String text(Head head, byte[] body, String field, int longest) {
        String type = head.header("Content-Type").orElse("");
        if (!type.matches("(?i)application/json(\\s*;.*)?")) {
            throw new ProblemException(MachineProblems.notSentAsJson());
        }
        JsonNode root = tree(body, field);
        JsonNode text = root.path(field);
        if (!root.isObject() || root.size() != 1 || !text.isTextual()) {
            throw new ProblemException(MachineProblems.notTheOneField(field));
        }
        if (text.textValue().isBlank() || text.textValue().length() > longest) {
            throw new ProblemException(MachineProblems.fieldOfWrongLength(field, longest));
        }
        return text.textValue();
    }

    private static JsonNode tree(byte[] body, String field) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new ProblemException(MachineProblems.notJson(field));
        } catch (IOException e) {
            throw new IllegalStateException("bytes can be read", e);
        }
    }
}
