package dev.ecrbot.policy.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.policy.Organizations;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.evaluation.Decider.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LinterTest {
    private static final AccountId OWNER = new AccountId("111111111111");
    private static final AccountId SALES = new AccountId("222222222222");
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String PULL =
            "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::222222222222:role/ci'},'Action':'ecr:BatchGetImage'}";

    /** Two letters a finding: its severity's first, then its kind. */
    @ParameterizedTest
    @CsvFileSource(resources = "repository.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void findsWhatIsWrongInARepositorysPolicy(String statement, String expected) {
        assertThat(found(context(Source.REPOSITORY), statement)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "registry.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void findsWhatIsWrongInARegistrysPolicy(String resource, String expected) {
        String statement = PULL.substring(0, PULL.length() - 1) + (resource.equals("-") ? "" : "," + resource) + "}";
        assertThat(found(context(Source.REGISTRY), statement)).isEqualTo(expected);
    }

    @Test
    void whereNothingIsKnownOfTheRegistryOnlyTheFormOfItsResourcesCounts() {
        var nothing =
                new LintContext(Source.REGISTRY, Optional.empty(), Optional.empty(), Map.of(), NOW, Optional.empty());
        assertThat(found(nothing, resource("arn:aws:ecr:eu-west-1:999999999999:repository/x*")))
                .isEqualTo("none");
        assertThat(found(nothing, resource("arn:aws:ecr:nowhere:999999999999:repository/x*")))
                .isEqualTo("E resource_malformed");
    }

    @Test
    void theSameSaidTwiceIsFoundHoweverItIsWritten() {
        String again =
                "{'Sid':'x','Effect':'Allow','Principal':{'AWS':['arn:aws:iam::222222222222:role/ci']},'Action':['ECR:batchgetimage']}";
        assertThat(found(context(Source.REPOSITORY), PULL, again)).isEqualTo("W duplicate");
    }

    @Test
    void aGrantThatIsDeniedAnyhowIsFound() {
        String deny = "{'Effect':'Deny','Principal':{'AWS':'222222222222'},'Action':'ecr:Batch*'}";
        assertThat(findings(context(Source.REPOSITORY), PULL, deny))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(Kind.SHADOWED);
                    assertThat(finding.statement()).hasValue(0);
                    assertThat(finding.what()).contains(" all ");
                });
        String doubtful = deny.replace("}}", "},'Condition':{'Bool':{'aws:SecureTransport':'false'}}}")
                .replace(
                        "'Action':'ecr:Batch*'}",
                        "'Action':'ecr:Batch*','Condition':{'Bool':{'aws:SecureTransport':'false'}}}");
        assertThat(found(context(Source.REPOSITORY), PULL, doubtful)).isEqualTo("none");
    }

    @Test
    void theBotIsNotToBeLockedOut() {
        Principal bot = new Principal.Role(Partition.AWS, OWNER, "/", "bot");
        var context = new LintContext(
                Source.REPOSITORY, Optional.of(OWNER), Optional.empty(), Map.of(), NOW, Optional.of(bot));
        String deny =
                "{'Effect':'Deny','Principal':{'AWS':'arn:aws:iam::111111111111:role/bot'},'Action':'ecr:SetRepositoryPolicy'}";
        assertThat(found(context, deny)).isEqualTo("E self_lockout");
        assertThat(found(context, deny.replace("role/bot", "role/other"))).isEqualTo("none");
    }

    @Test
    void lengthIsCountedAsEcrWritesIt() {
        String note = "x".repeat(9_300);
        assertThat(found(context(Source.REPOSITORY), PULL.replace("{'Effect'", "{'Sid':'" + note + "','Effect'")))
                .isEqualTo("W near_size_limit");
        assertThat(found(
                        context(Source.REPOSITORY), PULL.replace("{'Effect'", "{'Sid':'" + note + note + "','Effect'")))
                .isEqualTo("E too_large");
    }

    @Test
    void everyFindingSaysWhatToDo() {
        assertThat(findings(
                        context(Source.REPOSITORY),
                        "{'Sid':'all of it','Effect':'Allow','Principal':'*','Action':'*'}"))
                .hasSize(2)
                .allSatisfy(finding -> {
                    assertThat(finding.sid()).hasValue("all of it");
                    assertThat(finding.what()).endsWith(".");
                    assertThat(finding.next()).endsWith(".");
                });
    }

    private static LintContext context(Source source) {
        return new LintContext(
                source,
                Optional.of(OWNER),
                Optional.of(new Region("us-west-2")),
                Map.of(SALES, "sales"),
                NOW,
                Optional.empty(),
                new Organizations(Map.of(new OrganizationId("o-abc123def4"), "acme"), Map.of()));
    }

    private static String resource(String arn) {
        return PULL.substring(0, PULL.length() - 1) + ",'Resource':'" + arn + "'}";
    }

    private static List<LintFinding> findings(LintContext context, String... statements) {
        return Linter.findings(
                PolicyDocument.parse(("{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}")
                        .replace('\'', '"')),
                context);
    }

    private static String found(LintContext context, String... statements) {
        List<String> found = findings(context, statements).stream()
                .map(finding -> finding.severity().name().charAt(0) + " "
                        + finding.kind().label())
                .toList();
        return found.isEmpty() ? "none" : String.join(", ", found);
    }
}
