package dev.ecrbot.desk.request;

/** The id of a grant: the id of the request that made it, as one request makes one grant. */
public record GrantId(RequestId request) {
    @Override
    public String toString() {
        return request.value();
    }
}
