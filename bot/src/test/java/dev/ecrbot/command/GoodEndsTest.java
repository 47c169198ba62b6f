package dev.ecrbot.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How ends and reasons may be written. */
class GoodEndsTest {
    private static final String API = "central/us-west-2:payments/api";
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci-deployer";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            for 30m                                | for 30m
            for 8h                                 | for 8h
            for 7d                                 | for 7d
            for 7D                                 | for 7d
            for 2w                                 | for 14d
            for 7 days                             | for 7d
            for 2 Weeks                            | for 14d
            for 8 hours                            | for 8h
            for 1 hour                             | for 1h
            for 90 minutes                         | for 1h30m
            for a week                             | for 7d
            for an hour                            | for 1h
            for one day                            | for 1d
            for 1h30m                              | for 1h30m
            for 1h 30m                             | for 1h30m
            for 1 day 12 hours                     | for 1d12h
            for 1d12h30m                           | for 1d12h30m
            for 36h                                | for 1d12h
            for 3652d                              | for 3652d
            until 2026-12-31                       | until 2027-01-01T00:00:00Z
            until 2026-06-01                       | until 2026-06-02T00:00:00Z
            until 2026-12-31 UTC                   | until 2027-01-01T00:00:00Z
            until 2026-12-31 +02:00                | until 2026-12-31T22:00:00Z
            until 2026-12-31 18:00                 | until 2026-12-31T18:00:00Z
            until 2026-12-31 18:00:30              | until 2026-12-31T18:00:30Z
            until 2026-12-31T18:00                 | until 2026-12-31T18:00:00Z
            until 2026-12-31t18:00z                | until 2026-12-31T18:00:00Z
            until 2026-12-31T18:00Z                | until 2026-12-31T18:00:00Z
            until 2026-12-31T18:00+02:00           | until 2026-12-31T16:00:00Z
            until 2026-12-31T18:00:00-0530         | until 2026-12-31T23:30:00Z
            until 2026-12-31 18:00 UTC             | until 2026-12-31T18:00:00Z
            until 2026-12-31 18:00UTC              | until 2026-12-31T18:00:00Z
            until 2026-12-31 18:00 gmt             | until 2026-12-31T18:00:00Z
            until 2026-12-31 18:00 +02:00          | until 2026-12-31T16:00:00Z
            until 2026-12-31 18:00 Europe/Berlin   | until 2026-12-31T17:00:00Z
            until 2028-02-29                       | until 2028-03-01T00:00:00Z
            """)
    void ends(String typed, String meaning) {
        for (String line : new String[] {
            "grant pull payments/api sales ci-deployer " + typed,
            "grant pull payments/api sales " + typed + " ci-deployer",
            "grant pull " + typed + " payments/api sales ci-deployer",
            "grant " + typed + " pull payments/api sales ci-deployer"
        }) {
            assertThat(Here.understood(Here.PARSER, line).text())
                    .isEqualTo("grant pull " + API + " " + ROLE + " " + meaning);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            because nightly build                  | nightly build
            BECAUSE nightly   build                | nightly build
            because for 7d until because           | for 7d until because
            because it's "urgent" & <b>            | it's "urgent" & <b>
            because see `make push`                | see make push
            """, quoteCharacter = '~')
    void reasons(String typed, String meaning) {
        assertThat(Here.understood(Here.PARSER, "grant pull payments/api sales ci-deployer " + typed)
                        .text())
                .isEqualTo("grant pull " + API + " " + ROLE + " because " + meaning);
        assertThat(Here.understood(Here.PARSER, "revoke all payments/api sales ci-deployer " + typed)
                        .text())
                .isEqualTo("revoke all " + API + " " + ROLE + " because " + meaning);
    }
}
