package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class WholeVerdictTest {
    private static final String ROLE = "arn:aws:iam::222222222222:role/ci";
    private static final String REPOSITORY = "arn:aws:ecr:us-west-2:111111111111:repository/payments/api";
    private static final String GRANT =
            policy("'Sid':'Pull','Effect':'Allow','Principal':{'AWS':'" + ROLE + "'},'Action':'ecr:BatchGetImage'");
    private static final String PULL = policy("'Effect':'Allow','Action':'ecr:BatchGetImage','Resource':'*'");
    private static final String OTHER = policy("'Effect':'Allow','Action':'s3:*','Resource':'*'");
    private static final String GUARD =
            policy("'Sid':'Guard','Effect':'Deny','Principal':'*','Action':'ecr:*','Resource':'*'");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void eachPolicysShareIsNamed() throws IOException {
        String scps = file("scp.json", PULL) + "," + file("other.json", OTHER);
        Line yes = can(GRANT, "--identity", file("id.json", PULL), "--scp", scps);
        assertThat(yes.exit()).isZero();
        assertThat(yes.out().lines().map(String::strip))
                .startsWith(
                        "yes",
                        "Both sides allow it, as they have to across accounts.",
                        "repository's policy allows it: statement 1 (Pull)",
                        "identity policy " + folder.resolve("id.json") + " allows it: statement 1",
                        "service control policy " + folder.resolve("scp.json") + " on level 1 allows it: statement 1",
                        "service control policy " + folder.resolve("other.json") + " on level 1 says nothing of it")
                .anyMatch(line -> line.startsWith("taken for granted: there are no other identity policies"))
                .anyMatch(line -> line.contains("management account"));
        Line no = can(GRANT, "--identity", file("id.json", PULL), "--boundary", file("boundary.json", OTHER));
        assertThat(no.exit()).isEqualTo(1);
        assertThat(no.out())
                .contains("The permissions boundary doesn't allow it.")
                .contains("says nothing of it");
        Line denied = can(GRANT, "--identity", file("id.json", PULL), "--rcp", file("rcp.json", GUARD));
        assertThat(denied.exit()).isEqualTo(1);
        assertThat(denied.out())
                .contains("The resource control policy denies it, and no Allow outweighs that.")
                .contains("denies it: statement 1 (Guard)");
        assertThat(can(GRANT, "--identity", file("id.json", PULL), "--session", file("s.json", OTHER))
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void jsonHasTheShares() throws IOException {
        Line line = can(GRANT, "--identity", file("id.json", PULL), "--scp", file("scp.json", OTHER), "--json");
        JsonNode answer = new ObjectMapper().readTree(line.out());
        assertThat(answer.path("verdict").textValue()).isEqualTo("no");
        assertThat(answer.path("whole").booleanValue()).isTrue();
        assertThat(answer.path("shares"))
                .extracting(share -> share.path("policy").textValue() + " "
                        + share.path("says").textValue())
                .containsExactly("repository allows", "identity allows", "scp nothing");
        assertThat(answer.path("shares").path(2).path("level").intValue()).isEqualTo(1);
        assertThat(answer.path("shares").path(1).path("file").textValue()).endsWith("id.json");
        assertThat(answer.path("reason").textValue()).startsWith("Level 1 of the service control policies");
        assertThat(answer.path("takenForGranted").isEmpty()).isFalse();
    }

    @Test
    void withoutIdentityPoliciesItIsTheRepositorysSideAndSaysSo() throws IOException {
        assertThat(can(GRANT).out()).startsWith("yes").contains("This is the repository's side alone");
        assertThat(new ObjectMapper()
                        .readTree(can(GRANT, "--json").out())
                        .path("whole")
                        .booleanValue())
                .isFalse();
        Line lacking = can(GRANT, "--scp", file("scp.json", PULL));
        assertThat(lacking.exit()).isEqualTo(2);
        assertThat(lacking.error()).contains("Say --identity");
    }

    @Test
    void policiesThatAwsWouldRefuseGetNoVerdict() throws IOException {
        assertThat(refused(GRANT)).contains("Statement 1 has Principal");
        assertThat(refused(policy("'Effect':'Allow','Action':'ecr:*'"))).contains("has to name resources");
        assertThat(refused(policy("'Effect':'allow','Action':'ecr:*','Resource':'*'")))
                .contains("Effect has to be");
        assertThat(refused(policy("'Sid':'a b','Effect':'Allow','Action':'ecr:*','Resource':'*'")))
                .contains("a Sid may have letters and digits only");
        assertThat(refused("{'a':1}")).contains("id.json: ");
        assertThat(refused("no json")).contains("id.json: ");
        Line rcp = can(GRANT, "--identity", file("id.json", PULL), "--rcp", file("rcp.json", PULL));
        assertThat(rcp.exit()).isEqualTo(2);
        assertThat(can(
                                GRANT,
                                "--lenient",
                                "--identity",
                                file("id.json", policy("'Effect':'allow','Action':'ecr:*','Resource':'*'")))
                        .exit())
                .isZero();
    }

    @Test
    void whatTheAwsCliAnswersIsRead() throws IOException {
        String encoded = "'" + PULL.replace("'", "\\'") + "'";
        for (String answer : List.of(
                "{'PolicyVersion':{'Document':" + PULL + ",'VersionId':'v1'}}",
                "{'RoleName':'ci','PolicyName':'p','PolicyDocument':" + PULL + "}",
                "{'Policy':{'PolicySummary':{},'Content':" + encoded + "}}")) {
            assertThat(can(GRANT, "--identity", file("id.json", answer)).exit())
                    .as(answer)
                    .isZero();
        }
    }

    @Test
    void aLineOfABatchHasItsOwnOrThoseGivenForAll() throws IOException {
        String question = "{'policy':" + GRANT + ",'principal':'" + ROLE
                + "','action':'ecr:BatchGetImage','repository':'" + REPOSITORY + "'";
        String lines = String.join(
                "\n",
                question + "}",
                question + ",'identity':[" + PULL + "," + OTHER + "]}",
                question + ",'identity':[]}",
                question + ",'identity':" + PULL + ",'scp':[[" + PULL + "," + OTHER + "]," + OTHER + "]}",
                question + ",'identity':" + PULL + ",'rcp':" + GUARD + "}",
                question + ",'identity':" + PULL + ",'boundary':null,'session':" + PULL + "}",
                question + ",'scp':" + PULL + "}",
                question + ",'identity':7}");
        assertThat(verdicts(Line.of(lines.replace('\'', '"'), "can", "--batch")))
                .containsExactly(
                        "yes false", "yes true", "no true", "no true", "no true", "yes true", "error", "error");
        Line all = Line.of(
                (question + "}\n" + question + ",'identity':" + OTHER + "}").replace('\'', '"'),
                "can",
                "--batch",
                "--identity",
                file("id.json", PULL));
        assertThat(verdicts(all)).containsExactly("yes true", "no true");
    }

    private String refused(String identity) throws IOException {
        Line line = can(GRANT, "--identity", file("id.json", identity));
        assertThat(line.exit()).isEqualTo(2);
        assertThat(line.out()).isEmpty();
        return line.error();
    }

    private static List<String> verdicts(Line line) throws IOException {
        var verdicts = new ArrayList<String>();
        for (String answer : line.out().lines().toList()) {
            JsonNode json = new ObjectMapper().readTree(answer);
            verdicts.add(
                    json.has("error")
                            ? "error"
                            : json.path("verdict").textValue() + " "
                                    + json.path("whole").booleanValue());
        }
        return verdicts;
    }

    private Line can(String policy, String... more) throws IOException {
        var arguments = new ArrayList<>(
                List.of("can", "--principal", ROLE, "--action", "ecr:BatchGetImage", "--repository", REPOSITORY));
        arguments.addAll(List.of(more));
        return Line.of(policy.replace('\'', '"'), arguments);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text.replace('\'', '"')).toString();
    }

    private static String policy(String statement) {
        return "{'Version':'2012-10-17','Statement':[{" + statement + "}]}";
    }
}
