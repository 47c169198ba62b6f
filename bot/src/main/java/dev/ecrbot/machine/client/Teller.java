package dev.ecrbot.machine.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** Writes what the bot answered, and knows what a pipeline is told by the exit code. */
final class Teller {
    static final int FINE = 0;
    /** Refused, denied, taken back, expired or failed. */
    static final int NO = 1;

    static final int BAD_INPUT = 2;
    /** The bot couldn't be reached or is busy, or nobody has decided yet. */
    static final int LATER = 3;

    private final PrintStream out;
    private final PrintWriter error;
    private final boolean json;

    Teller(PrintStream out, PrintWriter error, boolean json) {
        this.out = out;
        this.error = error;
        this.json = json;
    }

    int tell(BotClient.Reply reply) {
        if (json && !reply.json().isMissingNode()) {
            out.println(reply.json());
        } else if (reply.isDone()) {
            text(reply.json());
        }
        return reply.isDone() ? code(reply.json()) : problem(reply);
    }

    /** Says that nothing came of it, for now. */
    int later(String why) {
        error.println(clean(why));
        error.flush();
        return LATER;
    }

    private int problem(BotClient.Reply reply) {
        JsonNode problem = reply.json().path("error");
        error.println(
                problem.isMissingNode()
                        ? ClientWords.strangeAnswer(reply.status())
                        : clean(problem.path("code").asText() + ": "
                                + problem.path("what").asText() + " "
                                + problem.path("next").asText()));
        error.flush();
        return switch (reply.status()) {
            case 400, 404, 405, 413 -> BAD_INPUT;
            case 401, 403, 409, 422 -> NO;
            default -> LATER;
        };
    }

    private static int code(JsonNode json) {
        return switch (json.path("state").asText("")) {
            case "denied", "cancelled", "expired", "failed" -> NO;
            default -> json.path("verdict").asText("").equals("no") ? NO : FINE;
        };
    }

    private void text(JsonNode json) {
        if (json.has("id")) {
            request(json);
        } else if (json.has("why")) {
            out.println(clean(json.path("why").asText()));
        } else if (json.has("code")) {
            out.print(json.path("code").asText());
            out.flush();
        } else if (json.has("rows")) {
            json.path("rows").forEach(row -> out.println(line(row)));
        } else {
            out.println(line(json));
        }
    }

    private void request(JsonNode json) {
        var words = new ArrayList<String>();
        words.add(
                ClientWords.stands(json.path("id").asText(), json.path("state").asText()));
        if (json.has("decision")) {
            words.add(ClientWords.decidedBy(json.at("/decision/by").asText()));
        }
        if (json.has("problem")) {
            words.add(json.at("/problem/code").asText() + ": "
                    + json.at("/problem/what").asText());
        }
        out.println(clean(String.join(", ", words)) + ".");
    }

    private static String line(JsonNode row) {
        var values = new ArrayList<String>();
        row.forEach(value -> values.add(value.isValueNode() ? value.asText() : value.toString()));
        return clean(values.stream().filter(value -> !value.isEmpty()).collect(Collectors.joining("  ")));
    }

    // What others wrote mustn't steer a terminal.
    private static String clean(String text) {
        return text.replaceAll("\\p{C}", "?");
    }
}
