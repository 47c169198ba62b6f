package dev.ecrbot.sandbox.ecr;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A part of a list, and the token that asks for the next part. */
record Page<T>(List<T> items, Optional<String> nextToken) {

    /**
     * Returns the part that the token asks for.
     *
     * @param token what the part before answered; empty for the first part
     */
    static <T> Page<T> of(List<T> all, Optional<String> token, int size) {
        int from = token.map(Page::offset).orElse(0);
        if (size < 1 || size > 1000 || from > all.size()) {
            throw AwsError.invalid("maxResults", "Member must have value between 1 and 1000");
        }
        int to = Math.min(from + size, all.size());
        return new Page<>(
                List.copyOf(all.subList(from, to)), to < all.size() ? Optional.of(token(to)) : Optional.empty());
    }

    private static String token(int offset) {
        return Base64.getEncoder().encodeToString(("from " + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String token) {
        try {
            String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            return Integer.parseInt(text.replace("from ", ""));
        } catch (IllegalArgumentException e) {
            throw AwsError.invalid("nextToken", "Invalid token");
        }
    }
}
