package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.diff.DiffLine;
import dev.ecrbot.policy.diff.Effect;
import dev.ecrbot.policy.holding.Holding;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Plans are stored, so what was written once has to be read for ever, and to be written the same. */
class StoredPlanTest {
    private static final AccountId SALES = new AccountId("333333333333");
    private static final Principal ROLE = new Principal.Role(Partition.AWS, SALES, "/ci/", "deployer");
    private static final SortedSet<String> PULL = new TreeSet<>(Set.of("ecr:BatchGetImage", "ecr:ListImages"));
    private static final SortedSet<String> NONE = new TreeSet<>();
    private static final Optional<Instant> SOON = Optional.of(Instant.parse("2026-03-01T10:00:00Z"));
    private static final Optional<Instant> LATER = Optional.of(Instant.parse("2026-03-08T10:00:00.123456Z"));

    @Test
    void aStoredPlanIsReadAsItWasWritten() throws IOException {
        assertThat(Plan.fromJson(stored())).isEqualTo(plan());
    }

    @Test
    void aPlanIsWrittenAsItAlwaysWas() throws IOException {
        assertThat(plan().toJson()).hasToString(stored().toString());
    }

    @Test
    void whatAnOlderPlanDoesNotTellIsNone() throws IOException {
        String empty = "{\\\"Statement\\\":[]}";
        JsonNode older = new ObjectMapper()
                .readTree(
                        "{\"base\":\"" + empty + "\",\"proposed\":\"" + empty
                                + "\",\"effects\":[{\"principal\":{\"type\":\"AWS\",\"text\":\"*\"},\"gains\":[\"ecr:ListImages\"]}]}");
        Plan plan = Plan.fromJson(older);
        assertThat(plan.effects())
                .containsExactly(new Effect(
                        new Principal.Everyone(), new TreeSet<>(Set.of("ecr:ListImages")), NONE, Optional.empty()));
        assertThat(plan.diff()).isEmpty();
        assertThat(plan.touchedForeign()).isEmpty();
        assertThat(plan.warnings()).isEmpty();
        assertThat(plan.remaining()).isEmpty();
    }

    private static JsonNode stored() throws IOException {
        try (InputStream file = StoredPlanTest.class.getResourceAsStream("stored-plan.json")) {
            return new ObjectMapper().readTree(file);
        }
    }

    private static Plan plan() {
        return new Plan(
                PolicyDocument.parse("""
                        {"Version":"2008-10-17","Statement":[{"Sid":"A \\"foreign\\" one","Effect":"Allow","Principal":"*",
                        "Action":"ecr:BatchGetImage","Condition":{"NumericLessThan":{"aws:x":1.50}}}]}
                        """),
                PolicyDocument.empty(),
                List.of(
                        new Effect(ROLE, PULL, NONE, SOON, LATER, List.of("aws:SourceVpc", "aws:x"), Optional.empty()),
                        new Effect(new Principal.Account(Partition.AWS_CN, SALES), NONE, PULL, SOON),
                        new Effect(
                                new Principal.Organization(
                                        OrganizationPath.parse("o-abc123def4/r-ab12/ou-ab12-11111111")
                                                .orElseThrow()),
                                PULL,
                                NONE,
                                Optional.empty())),
                List.of(
                        new DiffLine(DiffLine.Sign.ADDED, "  \"ä\": 1"),
                        new DiffLine(DiffLine.Sign.REMOVED, ""),
                        new DiffLine(DiffLine.Sign.SAME, "}")),
                List.of("{\"Effect\":\"Deny\"}"),
                List.of(
                        new Warning(Warning.Kind.PUSH, "Images can be replaced."),
                        new Warning(Warning.Kind.NEAR_SIZE_LIMIT, "Little room is left.")),
                List.of(
                        new Holding(
                                new Principal.LambdaFunctions(new Region("eu-central-1"), SALES, "ship-*"),
                                PULL,
                                true,
                                false,
                                LATER,
                                Optional.of("Sid with blanks"),
                                3,
                                true,
                                Optional.of("arn:aws:ecr:eu-central-1:111111111111:repository/team-*")),
                        new Holding(
                                new Principal.Other("CanonicalUser", "79a59df900b949e5"),
                                NONE,
                                false,
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                false)));
    }
}
