package dev.ecrbot.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * Requests as an enemy sends them, or a broken proxy: bytes garbled, left out and said twice, in the protocol, in the headers and in
 * what Slack says; signed and unsigned, tiny and huge. Not thread-safe.
 *
 * @param signing the headers that Slack sends with a body
 */
public record BrokenRequests(Random random, Function<byte[], Map<String, String>> signing) {
    private static final int HUGE = 1_500_000;
    private static final String ALPHABET =
            "{}[]\",:\\0aA1 %&=+<>@#$\n\r\t\u0000\u001b\u0085\u2028\u202e\ufeff\ud800é🚀";
    private static final List<String> PIECES = List.of(
            "1e999999",
            "-1",
            "null",
            "true",
            "[[[[",
            "{\"a\":",
            "\"user\":[]",
            "\"team\":null",
            "%00",
            "%0d%0aFORGED 2026-01-01 ERROR all is lost",
            "\n2026-01-01T00:00:00.000Z ERROR [main] forged - all is lost",
            "\\u0000",
            "<!channel>",
            "${jndi:ldap://127.0.0.1:1/a}",
            "../../etc/passwd",
            "' OR 1=1 --");
    private static final List<String> TYPED = List.of(
            "status payments/api",
            "who pull payments/*",
            "grant pull payments/api sales ci-deployer for 7d because “nightly”",
            "requests all payments/*",
            "explain User: arn:aws:sts::222222222222:assumed-role/a/b is not authorized to perform: ecr:BatchGetImage",
            "login web/frontend",
            "rules payments/api",
            "show req-7k2m9xqa",
            "extend req-7k2m9xqa for 7d",
            "help");
    private static final List<String> INTERACTIONS = List.of("""
            {"type":"block_actions","user":{"id":"%s","team_id":"T0HOME"},"team":{"id":"T0HOME","domain":"example"},
            "trigger_id":"1.2.%d","container":{"type":"message","message_ts":"1.2","channel_id":"C0GENERAL"},
            "channel":{"id":"C0GENERAL","name":"general"},"response_url":"http://127.0.0.1:1/x",
            "actions":[{"action_id":"ACTION","block_id":"revision.1","type":"button","value":"VALUE"}]}""", """
            {"type":"view_submission","user":{"id":"%s","team_id":"T0HOME"},"team":{"id":"T0HOME"},"trigger_id":"1.2.%d",
            "view":{"id":"V1","type":"modal","callback_id":"SUBMISSION","private_metadata":"req-7k2m9xqa",
            "state":{"values":{"end":{"text":{"type":"plain_text_input","value":"for 7d"}}}}}}""", """
            {"type":"block_suggestion","user":{"id":"%s","team_id":"T0HOME"},"team":{"id":"T0HOME"},"api_app_id":"A%d",
            "action_id":"ask.repository","block_id":"repository","value":"pay",
            "view":{"id":"V1","type":"modal","callback_id":"access.ask.submit"}}""", """
            {"type":"message_action","user":{"id":"%s","team_id":"T0HOME"},"team":{"id":"T0HOME"},"trigger_id":"1.2.%d",
            "callback_id":"error.fix","channel":{"id":"C0GENERAL"},"message":{"ts":"1.2","text":"pull access denied"}}""");
    private static final List<String> ACTIONS = List.of(
            "request.approve",
            "request.deny",
            "request.cancel",
            "request.undo",
            "request.shorten",
            "grant.extend",
            "grant.end",
            "page.next",
            "line.own",
            "line.change",
            "access.new",
            "entry.takeover");
    private static final List<String> SUBMISSIONS = List.of(
            "access.ask.submit",
            "denial.reason.submit",
            "request.shorten.submit",
            "grant.extend.submit",
            "request.undo.submit",
            "request.comment.submit",
            "entry.takeover.submit");
    private static final List<String> VALUES = List.of(
            "req-7k2m9xqa", "requests all page 2", "pull payments/api sales ci-deployer", "", "x".repeat(2_000));
    private static final String EVENT = """
            {"token":"x","team_id":"T0HOME","api_app_id":"A1","type":"event_callback","event_id":"Ev%d","event_time":1,
            "event":{"type":"app_home_opened","user":"%s","channel":"D1","tab":"home","event_ts":"1.2"}}""";

    /** The person as whom all of it comes. */
    public static final String WHO = "U0BYSTANDER";

    /** Returns a request, from its first byte to its last; some say more of themselves than they have. */
    public byte[] next() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> signed(broken(command()));
            case 3, 4, 5 -> signed("payload=" + encoded(broken(interaction())));
            case 6 -> signed(broken(EVENT.formatted(random.nextInt(1_000_000), WHO)));
            case 7 ->
                headers(
                        command(),
                        Map.of("X-Slack-Signature", broken("v0=" + "0".repeat(64)), "X-" + broken("a"), "b"));
            case 8 -> garbled();
            default -> huge();
        };
    }

    private String command() {
        var form = new StringBuilder();
        Map.of(
                        "team_id",
                        "T0HOME",
                        "channel_id",
                        "C0GENERAL",
                        "user_id",
                        WHO,
                        "command",
                        "/ecr",
                        "text",
                        broken(one(TYPED)),
                        "response_url",
                        "http://127.0.0.1:1/" + random.nextInt(1_000_000),
                        "trigger_id",
                        "1.2." + random.nextInt(1_000_000))
                .forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(encoded(value)));
        return form.toString();
    }

    private String interaction() {
        String text = one(INTERACTIONS)
                .formatted(WHO, random.nextInt(1_000_000))
                .replace("ACTION", one(ACTIONS))
                .replace("SUBMISSION", one(SUBMISSIONS))
                .replace("VALUE", one(VALUES));
        return random.nextInt(20) == 0
                ? text.replaceFirst("\"team\":", "\"a\":" + "[".repeat(5_000) + ",\"team\":")
                : text;
    }

    private byte[] signed(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>(signing.apply(bytes));
        if (random.nextInt(10) == 0) {
            headers.put(
                    "Content-Type", one(List.of("application/json", "text/xml", broken("multipart/form-data"), "")));
        }
        return request("POST /slack/events HTTP/1.1", headers, bytes);
    }

    private byte[] headers(String body, Map<String, String> headers) {
        return request("POST /slack/events HTTP/1.1", headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] garbled() {
        String request = new String(signed(command()), StandardCharsets.ISO_8859_1);
        String line = one(List.of(
                "BREW /slack/events HTTP/1.1",
                "POST /slack/events HTTP/9.9",
                "POST /%zz HTTP/1.1",
                "GET /metrics HTTP/1.1",
                "POST //slack///events?a=%00 HTTP/1.1",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
                "POST /slack/events HTTP/1.1\r\nTransfer-Encoding: chunked"));
        return broken(line + request.substring(request.indexOf('\r'))).getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] huge() {
        String head = random.nextBoolean() ? "Content-Length: " + HUGE : "Transfer-Encoding: chunked";
        String chunk = random.nextBoolean() ? Integer.toHexString(HUGE) + "\r\n" : "";
        return ("POST /slack/events HTTP/1.1\r\nHost: x\r\n" + head + "\r\n\r\n" + chunk
                        + "x".repeat(random.nextInt(HUGE)))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] request(String line, Map<String, String> headers, byte[] body) {
        var head = new StringBuilder(line).append("\r\nHost: x\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        int length = random.nextInt(20) == 0 ? body.length + random.nextInt(20) : body.length;
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.append("Content-Length: ")
                .append(length)
                .append("\r\n\r\n")
                .toString()
                .getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    private String broken(String text) {
        var broken = new StringBuilder(text);
        for (int times = random.nextInt(3); times > 0 && !broken.isEmpty(); times--) {
            int at = random.nextInt(broken.length());
            int to = Math.min(broken.length(), at + random.nextInt(12));
            switch (random.nextInt(6)) {
                case 0 -> broken.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                case 1 -> broken.delete(at, to);
                case 2 -> broken.setLength(at);
                case 3 -> broken.insert(at, one(PIECES));
                case 4 -> broken.insert(at, broken.substring(at, to).repeat(random.nextInt(500)));
                default -> broken.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return broken.toString();
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Sends a request, and hangs up once its first answer has come, or none.
     *
     * @param from the address that it comes from
     * @return the status; 0 where the other side answers nothing, closes, or has heard too little
     */
    public static int send(int port, InetAddress from, byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0)) {
            socket.setSoTimeout(2_000);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
            } catch (IOException e) {
                // It was refused before its end; the answer may be there.
            }
            InputStream in = socket.getInputStream();
            String line = new String(in.readNBytes(12), StandardCharsets.ISO_8859_1);
            return line.matches("HTTP/1\\.1 \\d{3}") ? Integer.parseInt(line.substring(9)) : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
