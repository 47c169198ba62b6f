package dev.ecrbot.policy.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Values of requests, one of every kind that conditions tell apart; none: the key isn't there. */
final class EveryKind {
    /** Values of every kind that the texts in {@link Universe} tell apart. */
    static final Map<String, List<List<String>>> OF_KEYS = new TreeMap<>(Map.of(
            "aws:SourceVpce",
            kinds("", "vpce-1", "vpce-2", "vpce-22", "x", "*", "vpce-*", "vpce-?"),
            "aws:PrincipalOrgID",
            kinds("", "o-a", "O-A", "o-b", "O-B", "o-c"),
            "aws:TagKeys",
            together("a", "b", "?", "c", "dd"),
            "aws:MultiFactorAuthPresent",
            kinds("", "true", "false"),
            "aws:MultiFactorAuthAge",
            kinds("", "299", "300", "400", "500", "600", "900", "901"),
            "aws:TokenIssueTime",
            kinds(
                    "",
                    "2026-11-22T09:00:00Z",
                    "2026-11-22T10:00:00Z",
                    "2026-11-22T12:00:00Z",
                    "2026-11-22T22:00:00Z",
                    "2026-12-01T00:00:00Z",
                    "2027-01-01T00:00:00Z",
                    "2028-01-01T00:00:00Z"),
            "aws:SourceIp",
            kinds("", "10.1.2.3", "192.0.2.1", "8.8.8.8", "2001:db8::1"),
            "aws:PrincipalTag/of",
            kinds(
                    "",
                    "arn:aws:x:y:z:a/b",
                    "arn:aws:x:y:z:c",
                    "arn:other:x:y:z:c",
                    "arn:aws:q:a/b:x:c",
                    "arn:q:q:q:q:q")));

    private EveryKind() {}

    /** Returns none of the values, each of them, and every two and three of them together. */
    private static List<List<String>> together(String... texts) {
        var sets = new TreeSet<String>();
        for (String one : texts) {
            for (String two : texts) {
                for (String three : texts) {
                    sets.add(String.join(" ", new TreeSet<>(List.of(one, two, three))));
                }
            }
        }
        sets.add("");
        return kinds(sets.toArray(String[]::new));
    }

    static List<List<String>> kinds(String... texts) {
        return Arrays.stream(texts)
                .map(text -> text.isEmpty() ? List.<String>of() : List.of(text.split(" ", -1)))
                .toList();
    }
}
