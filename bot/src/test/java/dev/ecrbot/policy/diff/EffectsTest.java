package dev.ecrbot.policy.diff;

import static dev.ecrbot.policy.plan.Plans.FINANCE;
import static dev.ecrbot.policy.plan.Plans.FOREVER;
import static dev.ecrbot.policy.plan.Plans.MONTH;
import static dev.ecrbot.policy.plan.Plans.SALES;
import static dev.ecrbot.policy.plan.Plans.WEEK;
import static dev.ecrbot.policy.plan.Plans.account;
import static dev.ecrbot.policy.plan.Plans.after;
import static dev.ecrbot.policy.plan.Plans.context;
import static dev.ecrbot.policy.plan.Plans.grant;
import static dev.ecrbot.policy.plan.Plans.owned;
import static dev.ecrbot.policy.plan.Plans.plan;
import static dev.ecrbot.policy.plan.Plans.policy;
import static dev.ecrbot.policy.plan.Plans.revoke;
import static dev.ecrbot.policy.plan.Plans.revokeAll;
import static dev.ecrbot.policy.plan.Plans.role;
import static dev.ecrbot.policy.plan.Plans.withoutExpiry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.DatedStatements;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planned;
import dev.ecrbot.policy.plan.Planner;
import dev.ecrbot.policy.plan.Plans;
import dev.ecrbot.policy.plan.Warning;
import dev.ecrbot.problem.Code;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectsTest {
    private static final Principal CI = role("ci");
    private static final String CI_ARN = CI.text();
    private static final String VPCE = "'StringEquals':{'aws:SourceVpce':'vpce-1'}";
    private static final PolicyDocument NONE = PolicyDocument.empty();

    private static String statement(String effect, String who, String action, String... conditions) {
        return ("{'Effect':'" + effect + "'," + who + ",'Action':" + action
                        + (conditions.length == 0 ? "" : ",'Condition':{" + String.join(",", conditions) + "}") + "}")
                .replace('\'', '"');
    }

    private static String allow(String who, String action, String... conditions) {
        return statement("Allow", "'Principal':{'AWS':'" + who + "'}", "'" + action + "'", conditions);
    }

    private static List<String> told(PolicyDocument before, PolicyDocument after) {
        return Effects.between(
                        DatedStatements.side(before, Set.of(), context()),
                        DatedStatements.side(after, Set.of(), context()),
                        context().setting())
                .stream()
                .map(EffectsTest::told)
                .toList();
    }

    private static String told(Effect effect) {
        return effect.principal().text().replaceFirst("arn:aws:iam::222222222222:", "")
                + (effect.loses().isEmpty() ? " gains " + effect.gains() : " loses " + effect.loses())
                + effect.from().map(from -> " from " + from).orElse("")
                + effect.until().map(until -> " until " + until).orElse("")
                + (effect.conditions().isEmpty() ? "" : " if " + effect.conditions());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'AWS':['333333333333',"
                        + "'arn:aws:iam::222222222222:role/ci']},'Action':['ecr:PutImage','ecr:BatchGetImage']}]}",
                "{'Version':'2012-10-17','Statement':[{'Sid':'a','Effect':'Allow','Principal':{'AWS':"
                        + "'arn:aws:iam::333333333333:root'},'Action':['ECR:putimage','ecr:batchgetimage']},{'Sid':'b','Effect':"
                        + "'Allow','Principal':{'AWS':'arn:aws:iam::222222222222:role/ci'},'Action':['ecr:PutImage',"
                        + "'ecr:BatchGetImage']}]}",
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'AWS':['333333333333',"
                        + "'arn:aws:iam::222222222222:role/ci']},'Action':'ecr:PutImage'},{'Effect':'Allow','Principal':{'AWS':"
                        + "['arn:aws:iam::222222222222:role/ci','arn:aws:iam::333333333333:root']},'Action':'ecr:BatchGetImage'},"
                        + "{'Effect':'Allow','Principal':{'AWS':'333333333333'},'Action':['ecr:batchGetImage']}]}"
            })
    void howADocumentIsWrittenChangesNothing(String text) {
        PolicyDocument other = PolicyDocument.parse(text.replace('\'', '"'));
        PolicyDocument one = policy(statement(
                "Allow",
                "'Principal':{'AWS':['arn:aws:iam::222222222222:role/ci','333333333333']}",
                "['ecr:BatchGetImage','ecr:PutImage']"));
        assertThat(told(one, other)).isEmpty();
        assertThat(told(other, one)).isEmpty();
    }

    @Test
    void nobodyLosesWhatTheirAccountStillGives() {
        PolicyDocument base = policy(allow(CI_ARN, "ecr:BatchGetImage"), allow("222222222222", "ecr:*"));
        Plan plan = plan(base, revokeAll(CI), context());
        assertThat(plan.effects()).isEmpty();
        assertThat(plan.remaining())
                .singleElement()
                .satisfies(left -> assertThat(left.principal()).isEqualTo(account(SALES)));
        assertThat(plan(base, revokeAll(account(SALES)), context()).effects())
                .extracting(EffectsTest::told)
                .containsExactly("root loses [ecr:*]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no    | yes   | role/ci gains [ecr:PutImage]
            no    | vpce  | role/ci gains [ecr:PutImage] if [aws:SourceVpce]
            vpce  | yes   | role/ci gains [ecr:PutImage]
            yes   | vpce  | role/ci loses [ecr:PutImage] if [aws:SourceVpce]
            vpce  | no    | role/ci loses [ecr:PutImage]
            vpce  | both  | role/ci loses [ecr:PutImage] if [aws:PrincipalOrgID, aws:SourceVpce]
            both  | vpce  | role/ci gains [ecr:PutImage] if [aws:SourceVpce]
            week  | month | role/ci gains [ecr:PutImage] until 2026-12-22T10:00:00Z
            month | week  | role/ci loses [ecr:PutImage] from 2026-11-29T10:00:00Z until 2026-12-22T10:00:00Z
            no    | week  | role/ci gains [ecr:PutImage] until 2026-11-29T10:00:00Z
            week  | yes   | role/ci gains [ecr:PutImage]
            no    | later | role/ci gains [ecr:PutImage] from 2026-11-29T10:00:01Z
            past  | no    |
            no    | past  |
            no    | dead  |
            """)
    void whatIsGainedAndLostIsToldWithItsTimeAndItsConditions(String before, String after, String told) {
        assertThat(told(put(before), put(after)))
                .isEqualTo(Optional.ofNullable(told).map(List::of).orElse(List.of()));
    }

    private static PolicyDocument put(String how) {
        String action = "ecr:PutImage";
        return switch (how) {
            case "no" -> policy();
            case "yes" -> policy(allow(CI_ARN, action));
            case "vpce" -> policy(allow(CI_ARN, action, VPCE));
            case "both" -> policy(allow(CI_ARN, action, VPCE, "'Bool':{'aws:PrincipalOrgID':'o-1'}"));
            case "later" -> policy(allow(CI_ARN, action, date("DateGreaterThan", WEEK)));
            case "past" -> policy(allow(CI_ARN, action, date("DateLessThanEquals", Optional.of(Instant.EPOCH))));
            case "dead" -> policy(allow("arn:aws:iam::222222222222:role/c*", action));
            default -> policy(allow(CI_ARN, action, date("DateLessThan", how.equals("week") ? WEEK : MONTH)));
        };
    }

    private static String date(String operator, Optional<Instant> moment) {
        return "'" + operator + "':{'AWS:currenttime':'" + moment.orElseThrow() + "'}";
    }

    @Test
    void whoIsReachedThroughAnAccountIsToldOnlyIfItIsSomethingElseForThem() {
        PolicyDocument base = policy(
                allow(CI_ARN, "ecr:PutImage"),
                allow("arn:aws:iam::222222222222:role/other", "ecr:ListImages"),
                statement(
                        "Deny",
                        "'Principal':'*'",
                        "'ecr:PutImage'",
                        "'ArnNotEquals':{'aws:PrincipalArn':'arn:aws:iam::222222222222:role/other'}"));
        Plan plan = plan(base, grant(account(SALES), StandardAccess.PUSH_ONLY, FOREVER), context());
        assertThat(plan.effects())
                .extracting(EffectsTest::told)
                .containsExactly(
                        "role/other gains [ecr:PutImage]",
                        "root gains [ecr:BatchCheckLayerAvailability, ecr:BatchGetImage, ecr:CompleteLayerUpload,"
                                + " ecr:InitiateLayerUpload, ecr:UploadLayerPart]",
                        "root gains [ecr:PutImage] if [aws:PrincipalArn]");
    }

    @Test
    void everyoneStandsForEveryone() {
        PolicyDocument base = policy(allow("333333333333", "ecr:ListImages"), allow(CI_ARN, "ecr:PutImage"));
        PolicyDocument open = policy(
                allow("333333333333", "ecr:ListImages"), allow(CI_ARN, "ecr:PutImage"), allow("*", "ecr:PutImage"));
        assertThat(told(base, open)).containsExactly("* gains [ecr:PutImage]");
        assertThat(told(open, base)).containsExactly("* loses [ecr:PutImage]");
        PolicyDocument odd = policy("{\"Sid\":\"odd\"}");
        assertThat(told(NONE, odd)).isEmpty();
        PolicyDocument except = policy(statement("Allow", "'NotPrincipal':{'AWS':'" + CI_ARN + "'}", "'ecr:PutImage'"));
        assertThat(told(NONE, except)).containsExactly("* gains [ecr:PutImage] if [NotPrincipal]");
    }

    @Test
    void wildcardsAreToldAsWrittenAsFarAsAllOfThemChanges() {
        PolicyDocument base = policy(allow(CI_ARN, "ecr:DescribeImages"));
        PolicyDocument wide = policy(allow(CI_ARN, "ecr:Describe*"), allow("333333333333", "ecr:Describe*"));
        assertThat(told(base, wide))
                .containsExactly(
                        "role/ci gains [ecr:Describe* except ecr:DescribeImages]",
                        "arn:aws:iam::333333333333:root gains [ecr:Describe*]");
        PolicyDocument not = policy(statement("Allow", "'Principal':{'AWS':'" + CI_ARN + "'}", "'x'")
                .replace("Action", "NotAction"));
        assertThat(told(NONE, not)).containsExactly("role/ci gains [* except x]");
    }

    @Test
    void aDenyOfAllOfItLeavesNothingToGrant() {
        PolicyDocument base = policy(statement("Deny", "'Principal':{'AWS':'" + CI_ARN + "'}", "'ecr:*'"));
        assertThat(Planner.plan(base, grant(CI, StandardAccess.PULL, WEEK), context()))
                .isInstanceOfSatisfying(Planned.Refused.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(Code.DENIED_BY_STATEMENT);
                    assertThat(refused.problem().what()).contains("the Deny in statement 1");
                });
        assertThat(told(base, NONE)).isEmpty();
    }

    @Test
    void whatADenyTakesOfItIsNotGained() {
        PolicyDocument base = policy(statement("Deny", "'Principal':{'AWS':'" + CI_ARN + "'}", "'ecr:BatchGetImage'"));
        Plan plan = plan(base, grant(CI, StandardAccess.PULL, WEEK), context());
        assertThat(told(base, plan.proposed()))
                .containsExactly("role/ci gains [ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer]"
                        + " until 2026-11-29T10:00:00Z");
        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Warning.Kind.DENY_PRESENT);
            assertThat(warning.text())
                    .startsWith("BatchGetImage stays denied to ")
                    .endsWith("by the Deny in statement 1.");
        });
    }

    @Test
    void whatADenyMayTakeIsToldWithWhatItDependsOn() {
        PolicyDocument base = policy(statement(
                "Deny", "'Principal':'*'", "'ecr:BatchGetImage'", "'StringNotEquals':{'aws:SourceVpce':'vpce-1'}"));
        Plan plan = plan(base, grant(CI, StandardAccess.PULL, WEEK), context());
        assertThat(plan.warnings())
                .extracting(Warning::text)
                .anySatisfy(text -> assertThat(text)
                        .startsWith("BatchGetImage may be denied to ")
                        .contains("depending on aws:SourceVpce"));
    }

    @Test
    void endsThatOnlyTheRecordsKnowAreEndsTillTheyHavePassed() {
        Edit.Grant given = grant(CI, StandardAccess.PULL, WEEK);
        Plan plan = plan(NONE, given, withoutExpiry());
        assertThat(plan.effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.until()).isEqualTo(WEEK));
        Plan revoked = plan(plan.proposed(), revoke(CI, StandardAccess.PULL), withoutExpiry(owned(given)));
        assertThat(revoked.effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.until()).isEqualTo(WEEK));
        var late = new PlanContext(
                StandardAccess.CATALOGUE, Plans.REPOSITORY, WEEK.orElseThrow(), java.util.Map.of(), false, Set.of());
        assertThat(plan(plan.proposed(), Plans.end(given), late).effects())
                .singleElement()
                .satisfies(effect -> assertThat(effect.loses()).hasSize(3));
        PolicyDocument dated = after(NONE, given);
        assertThat(plan(dated, Plans.end(given), late).effects()).isEmpty();
    }

    @Test
    void whatWasLostMeanwhileAnyhowDoesntMakeItAnotherChange() {
        Edit.Grant given = grant(CI, StandardAccess.PULL, WEEK);
        PolicyDocument base = after(NONE, given);
        Plan approved = plan(base, revokeAll(CI), context(owned(given)));
        var late = new PlanContext(
                StandardAccess.CATALOGUE,
                Plans.REPOSITORY,
                MONTH.orElseThrow(),
                java.util.Map.of(SALES, "sales", FINANCE, "finance"),
                true,
                Set.of(owned(given)));
        Plan now = plan(base, revokeAll(CI), late);
        assertThat(now.effects()).isEmpty();
        assertThat(approved.sameMeaning(now, late.now())).isTrue();
        assertThat(approved.sameMeaning(now, Plans.NOW)).isFalse();
        assertThat(new Effect(CI, new TreeSet<>(), new TreeSet<>(Set.of("x")), WEEK).at(Plans.NOW))
                .isPresent();
    }
}
