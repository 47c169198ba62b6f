package dev.ecrbot.slack.door;

/** What an HTTP request is answered with. An empty body is none at all. */
record HttpAnswer(int status, String contentType, String body) {
    static final HttpAnswer OK = new HttpAnswer(200, "text/plain", "");

    static HttpAnswer refuse(int status) {
        return new HttpAnswer(status, "text/plain", "");
    }

    boolean refused() {
        return status >= 400;
    }
}
