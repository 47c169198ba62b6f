package dev.ecrbot.command;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Lines that are hard to read: of words that are almost right, and long runs of one thing. */
final class AnyLine {
    private AnyLine() {}

    static Arbitrary<String> almostRight() {
        Arbitrary<String> piece = Arbitraries.of(
                "grant",
                "revoke",
                "status",
                "login",
                "cancel",
                "help",
                "requests",
                "pull",
                "push-only",
                "all",
                "payments/api",
                "central:",
                "central/eu-west-1:",
                "111111111111.dkr.ecr.us-west-2.amazonaws.com/",
                "arn:aws:ecr:us-west-2:111111111111:repository/",
                "https://",
                ":latest",
                "@sha256:ab",
                "sales",
                "222222222222",
                "ci-deployer",
                "role/",
                "user/",
                "root",
                "arn:",
                "arn:aws:iam::222222222222:",
                "arn:aws:sts::222222222222:assumed-role/",
                "for",
                "until",
                "because",
                "7",
                "7d",
                "days",
                "1h30m",
                "2026-12-31",
                "18:00",
                "T",
                "+02:00",
                "UTC",
                "*",
                "/",
                ":",
                "\"",
                "'",
                "<",
                ">",
                "|",
                "&",
                "&amp;",
                "<@",
                "<!",
                "#",
                "\u200B",
                "\uD800",
                "\u00A0",
                "—",
                "`");
        Arbitrary<String> glue =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(" ")), Tuple.of(1, Arbitraries.just("")));
        return Combinators.combine(piece, glue)
                .as((p, g) -> p + g)
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(pieces -> String.join("", pieces));
    }

    static Arbitrary<String> runs() {
        Arbitrary<String> start = Arbitraries.of(
                "",
                "status ",
                "status central/",
                "grant pull payments/api sales ",
                "grant pull payments/api sales for ",
                "grant pull payments/api sales until ",
                "revoke all payments/api ",
                "status 111111111111.dkr.ecr.",
                "revoke all payments/api arn:aws:iam::222222222222:role/");
        Arbitrary<String> unit = Arbitraries.of(
                "a", "a/", "a-", "-", "_", "/", ":", "::", "@", "1", "1a", "1d", "<", "<@", "<a|", "&lt;", "\"", "' ",
                "` ", "é", ".", "1 d ", "\u200B", "us-", "A", "&amp;");
        return Combinators.combine(start, unit).as((s, u) -> s + u.repeat((4000 - s.length()) / u.length()));
    }
}
