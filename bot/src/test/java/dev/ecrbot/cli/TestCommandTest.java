package dev.ecrbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TestCommandTest {
    private static final String HEAD =
            "policy: policy.json\nrepository: arn:aws:ecr:us-west-2:111111111111:repository/payments/api\ntests:\n";
    private static final String GRANT =
            "'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':'ecr:BatchGetImage'";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void verdictsAreComparedWithThoseExpected() throws IOException {
        policy("policy.json", GRANT);
        Line line = test(HEAD + """
                  - {name: sales pulls, principal: 'arn:aws:iam::222222222222:role/ci', action: 'ecr:BatchGetImage', expect: yes}
                  - {name: sales pushes, principal: '222222222222', action: ['ecr:BatchGetImage', 'ecr:PutImage'], expect: yes}
                  - {principal: '333333333333', action: 'ecr:BatchGetImage', expect: false}
                """);
        assertThat(line.exit()).isEqualTo(1);
        assertThat(line.out().lines())
                .containsExactly(
                        "ok      sales pulls",
                        "FAILED  sales pushes",
                        "  ecr:PutImage: expected yes, but it is no. No statement is about it.",
                        "ok      test 3",
                        "3 tests, 1 failed");
    }

    @Test
    void theContextAndThePoliciesBesideCount() throws IOException {
        policy("policy.json", GRANT + ",'Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1'}}");
        policy("id.json", "'Effect':'Allow','Action':'ecr:*','Resource':'*'");
        policy("scp.json", "'Effect':'Allow','Action':'s3:*','Resource':'*'");
        Line line = test(HEAD + """
                  - {principal: '222222222222', action: 'ecr:BatchGetImage', expect: conditional}
                  - {principal: '222222222222', action: 'ecr:BatchGetImage', context: {'aws:SourceVpce': vpce-1}, expect: yes}
                  - {principal: '222222222222', action: 'ecr:BatchGetImage', context: {'aws:SourceVpce': []}, expect: no}
                  - {principal: 'arn:aws:iam::222222222222:role/ci', action: 'ecr:BatchGetImage', context: {'aws:SourceVpce': vpce-1},
                     identity: id.json, expect: yes}
                  - {principal: 'arn:aws:iam::222222222222:role/ci', action: 'ecr:BatchGetImage', context: {'aws:SourceVpce': vpce-1},
                     identity: [id.json], scp: [[id.json, scp.json], scp.json], expect: no}
                """);
        assertThat(line.out()).endsWith("5 tests, 0 failed" + System.lineSeparator());
        assertThat(line.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Principal':{'AWS':['111111111111','222222222222']}                                                          | true",
                "'Principal':{'AWS':'333333333333'}                                                                           | false",
                "'Principal':{'AWS':'arn:aws:iam::333333333333:role/ci'}                                                      | false",
                "'Principal':'*'                                                                                              | false",
                "'Principal':'*','Condition':{'StringEquals':{'aws:PrincipalAccount':['111111111111','222222222222']}}        | true",
                "'Principal':'*','Condition':{'StringEquals':{'aws:PrincipalAccount':['111111111111','333333333333']}}        | false",
                "'Principal':'*','Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::222222222222:role/*'}}              | true",
                "'Principal':'*','Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/admin'}}                     | false",
                "'Principal':'*','Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1'}}                                     | false",
                "'Principal':'*','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-abc123def4'}}                           | true",
                "'Principal':'*','Condition':{'StringLike':{'aws:PrincipalOrgID':'o-*'}}                                      | false",
                "'Principal':'*','Condition':{'StringEqualsIfExists':{'aws:PrincipalOrgID':'o-abc123def4'}}                   | true",
                "'NotPrincipal':{'AWS':'333333333333'}                                                                        | false",
                "'Principal':{'Service':'lambda.amazonaws.com'}                                                               | false",
                "'Principal':{'Service':'lambda.amazonaws.com'},'Condition':{'StringEquals':{'aws:SourceAccount':'222222222222'}} | true",
                "'Principal':{'Service':'lambda.amazonaws.com'},'Condition':{'StringLike':{'aws:SourceArn':'arn:aws:lambda:us-west-2:222222222222:function:*'}} | true",
                "'Principal':{'Service':'lambda.amazonaws.com'},'Condition':{'StringLike':{'aws:SourceArn':'arn:aws:lambda:us-west-2:333333333333:function:*'}} | false",
            })
    void nobodyOutsideMayBeLetIn(String who, boolean right) throws IOException {
        policy("policy.json", "'Effect':'Allow','Action':'ecr:BatchGetImage'," + who.strip());
        Line line = test(HEAD
                + "  - {nobodyOutside: {accounts: ['111111111111', '222222222222'], organizations: [o-abc123def4]}}\n");
        assertThat(line.exit()).as(line.out()).isEqualTo(right ? 0 : 1);
    }

    @Test
    void aDenyKeepsOutsidersOutAndAnUnnamedOrganizationDoesnt() throws IOException {
        String deny = "'Effect':'Deny','Principal':'*','Action':'*','Condition':{'StringNotEquals':"
                + "{'aws:PrincipalAccount':'222222222222'}}";
        policy("policy.json", "'Effect':'Allow','Principal':'*','Action':'ecr:*'", deny);
        assertThat(test(HEAD + "  - {nobodyOutside: {accounts: ['222222222222']}}\n")
                        .exit())
                .isZero();
        policy(
                "policy.json",
                "'Effect':'Allow','Principal':'*','Action':'ecr:PutImage','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-abc123def4'}}");
        assertThat(test(HEAD + "  - {nobodyOutside: {accounts: ['222222222222']}}\n")
                        .out())
                .contains(
                        "somebody in account 999999999999 may be allowed ecr:PutImage, depending on aws:PrincipalOrgID.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Principal':{'AWS':'333333333333'}                                                         | true",
                "'Principal':'*'                                                                            | false",
                "'Principal':'*','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-abc123def4'}}         | true",
                "'Principal':'*','Condition':{'StringLike':{'aws:PrincipalOrgID':'o-*'}}                    | false",
                "'NotPrincipal':{'AWS':'333333333333'}                                                      | false",
            })
    void neverPublicFailsWhereStrangersGetIn(String who, boolean right) throws IOException {
        policy("policy.json", "'Effect':'Allow','Action':'ecr:BatchGetImage'," + who.strip());
        Line line = test(HEAD + "  - {neverPublic: true}\n");
        assertThat(line.exit()).as(line.out()).isEqualTo(right ? 0 : 1);
    }

    @Test
    void theReportIsOneThatCiServersRead() throws Exception {
        policy("policy.json", GRANT);
        Path report = folder.resolve("report.xml");
        Line line = test(HEAD + """
                  - {name: 'a <b> & "c"', principal: '222222222222', action: 'ecr:PutImage', expect: yes}
                  - {name: fine, principal: '222222222222', action: 'ecr:PutImage', expect: no}
                """, "--junit", report.toString());
        assertThat(line.exit()).isEqualTo(1);
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(report.toFile());
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(List.of(suite.getAttribute("tests"), suite.getAttribute("failures")))
                .containsExactly("2", "1");
        Element broken = (Element) xml.getElementsByTagName("testcase").item(0);
        assertThat(broken.getAttribute("name")).isEqualTo("a <b> & \"c\"");
        assertThat(broken.getElementsByTagName("failure").item(0).getTextContent())
                .contains("expected yes, but it is no");
        assertThat(((Element) xml.getElementsByTagName("testcase").item(1))
                        .getElementsByTagName("failure")
                        .getLength())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- {principal: '222222222222', action: 'ecr:PutImage', expect: maybe}      | no verdict",
                "- {principal: '222222222222', action: 'ecr:PutImage'}                     | Say one of",
                "- {principal: '222222222222', action: [], expect: yes}                    | is empty",
                "- {principal: '222222222222', action: 'ecr:*', expect: yes}               | isn't one action",
                "- {principal: '*', action: 'ecr:PutImage', expect: yes}                   | isn't a caller",
                "- {nobodyOutside: {accounts: ['1']}}                                      | isn't an account",
                "- {nobodyOutside: {acounts: ['222222222222']}}                            | knows accounts and organizations only",
                "- {neverPublic: false}                                                    | has to be true",
                "- {neverPublick: true}                                                    | neverPublic",
                "- {neverPublic: true, policy: missing.json}                               | missing.json: There is no such file",
                "- [                                                                       | can't be read",
                "- {principal: '222222222222', action: 'ecr:PutImage', scp: policy.json, expect: yes} | Statement 1 has Principal",
                "- 7                                                                       | isn't a map",
            })
    void whatCantBeReadIsSaid(String test, String said) throws IOException {
        policy("policy.json", GRANT);
        Line line = test(HEAD + "  " + test + "\n");
        assertThat(line.exit()).isEqualTo(2);
        assertThat(line.error()).contains("tests.yaml").contains(said);
    }

    private Line test(String file, String... more) throws IOException {
        String name = Files.writeString(folder.resolve("tests.yaml"), file).toString();
        var arguments = new ArrayList<>(List.of("test", name));
        arguments.addAll(List.of(more));
        return Line.of("", arguments);
    }

    private void policy(String name, String... statements) throws IOException {
        Files.writeString(
                folder.resolve(name),
                ("{'Version':'2012-10-17','Statement':[{" + String.join("},{", statements) + "}]}").replace('\'', '"'));
    }
}
