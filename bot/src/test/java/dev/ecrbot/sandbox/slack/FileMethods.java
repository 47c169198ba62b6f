package dev.ecrbot.sandbox.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code files.*}: an address to put a file to, the file put there, and the message that shares it. Thread-safe. */
final class FileMethods {
    static final String PATH = "/upload/";

    /** A file on its way: announced, then uploaded, then shared. */
    private record Announced(String name, int length, Optional<String> content) {}

    private final Conversations conversations;
    private final Posts posts;
    private final URI root;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<String, Announced> files = new ConcurrentHashMap<>();

    FileMethods(Conversations conversations, Posts posts, URI root) {
        this.conversations = conversations;
        this.posts = posts;
        this.root = root;
    }

    Map<String, ApiMethod> methods() {
        return Map.of("files.getUploadURLExternal", this::announce, "files.completeUploadExternal", this::share);
    }

    private ObjectNode announce(Args args) {
        int length = Integer.parseInt(args.required("length"));
        String id = String.format("F%010d", last.incrementAndGet());
        files.put(id, new Announced(args.required("filename"), length, Optional.empty()));
        return Json.object()
                .put("upload_url", root.resolve(PATH + id).toString())
                .put("file_id", id);
    }

    /** Takes a file; answers as Slack does, in plain text. */
    void upload(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = exchange.getRequestURI().getPath().substring(PATH.length());
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean fits = files.containsKey(id) && files.get(id).length() == body.length;
            if (fits) {
                String content = new String(body, StandardCharsets.UTF_8);
                files.computeIfPresent(
                        id, (key, file) -> new Announced(file.name(), file.length(), Optional.of(content)));
            }
            byte[] answer = (fits ? "OK - " + body.length : "not expected").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(fits ? 200 : 400, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private ObjectNode share(Args args) {
        JsonNode shared =
                args.tree("files", "invalid_arguments").orElseThrow(() -> new SlackError("invalid_arguments"));
        String channel = args.required("channel_id");
        if (conversations.channel(channel).isEmpty()) {
            throw new SlackError("channel_not_found");
        }
        ArrayNode answer = Json.array();
        ArrayNode attachments = Json.array();
        for (JsonNode one : shared) {
            Announced file = Optional.ofNullable(files.get(one.path("id").asText()))
                    .filter(known -> known.content().isPresent())
                    .orElseThrow(() -> new SlackError("file_not_found"));
            answer.addObject().put("id", one.path("id").asText()).put("title", file.name());
            attachments
                    .addObject()
                    .put("title", file.name())
                    .put("text", file.content().orElseThrow());
        }
        String text = args.text("initial_comment");
        posts.post(
                channel,
                Bot.USER,
                Optional.empty(),
                false,
                new Posts.Content(text, Json.array(), attachments, Optional.empty()));
        ObjectNode done = Json.object();
        done.set("files", answer);
        return done;
    }
}
