package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.config.reader.ConfigReader;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.http.Address;
import dev.ecrbot.rules.Approvers;
import dev.ecrbot.rules.Handling;
import dev.ecrbot.rules.People;
import dev.ecrbot.rules.PrincipalKind;
import dev.ecrbot.rules.ReasonRule;
import dev.ecrbot.rules.RepositoryPattern;
import dev.ecrbot.rules.Revocation;
import dev.ecrbot.rules.Rule;
import dev.ecrbot.rules.Scope;
import dev.ecrbot.rules.Targets;
import dev.ecrbot.rules.Terms;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ConfigReaderTest {
    private static final AccountId SALES = new AccountId("222222222222");
    private static final AccountId FINANCE = new AccountId("333333333333");

    @Test
    void readsTheTagOfProduction() {
        assertThat(ConfigText.LEAST.valid().production()).isEmpty();
        BotConfig config = ConfigText.LEAST
                .and("production: {tag: env, values: [prod, production]}\n")
                .valid();
        assertThat(config.production()).contains(new ProductionTag("env", Set.of("prod", "production")));
        assertThat(ConfigText.LEAST.and("production: {tag: env}\n").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.text()).contains("needs the key “values”"));
        assertThat(ConfigText.LEAST.and("production: {tag: env, values: []}\n").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.text()).contains("is empty"));
    }

    @Test
    void fillsInDefaults() {
        BotConfig config = ConfigText.LEAST.valid();

        assertThat(config.slack())
                .isEqualTo(new SlackSettings(
                        Mode.SOCKET,
                        new Address(Optional.empty(), 3000),
                        URI.create("https://slack.com/api/"),
                        Optional.empty()));
        assertThat(config.store())
                .isEqualTo(new StoreSettings(
                        "jdbc:h2:file:./data/ecr-bot", Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(config.ops()).isEqualTo(new OpsSettings(new Address(Optional.empty(), 8080)));
        assertThat(config.policy()).isEqualTo(new PolicySettings(true, Duration.ofHours(1)));
        assertThat(config.limits()).isEqualTo(new LimitSettings(50, 600, 30));
        assertThat(config.registries())
                .singleElement()
                .satisfies(registry -> assertThat(registry.role()).isEmpty());
        Rule rule = config.rules().all().get(0);
        assertThat(rule.scope().principals())
                .containsExactlyInAnyOrder(PrincipalKind.ROLE, PrincipalKind.USER, PrincipalKind.ACCOUNT);
        assertThat(rule.approvers().approvals()).isEqualTo(1);
        assertThat(rule.approvers().selfApproval()).isFalse();
        assertThat(rule.terms().maxDuration()).isEmpty();
        assertThat(rule.terms().reason()).isEqualTo(new ReasonRule.Free());
        assertThat(rule.handling()).isEqualTo(new Handling(Optional.empty(), Duration.ofHours(8), Revocation.APPROVAL));
    }

    @Test
    void readsEveryKey() {
        BotConfig config = new ConfigText("""
            slack: {mode: http, host: 127.0.0.1, port: 3001, api_url: "http://127.0.0.1:9/api/", fallback_channel: C0FALLBACK}
            registries:
              central:
                account: "111111111111"
                regions: [us-west-2, eu-west-1]
                role: arn:aws:iam::111111111111:role/bots/ecr-bot
                attribution: source_identity
              china:
                account: "111111111111"
                regions: [cn-north-1]
            accounts: {sales: "222222222222", finance: "333333333333"}
            rules:
              - name: Payments, pull
                repositories: ["central:payments/*", "central/eu-west-1:*-api", china:x]
                patterns: true
                access: [push-only, read]
                to: ["*", "444444444444"]
                principals: [role]
                requesters: [U1REQ, W2REQ, S3REQ]
                approvers: [U0APPROVER1, U0APPROVER2, S0OWNERS]
                approvals: 2
                self_approval: true
                channel: G0APPROVALS
                max_duration: 2w
                reason: OPS-\\d+
                notify: [U0WATCHER, S0AUDIT]
                viewers: [U1REQ, S3REQ]
                request_timeout: 30m
                revoke: immediate
            store: {url: "jdbc:postgresql://db/ecr", retention: 400d}
            ops: {host: "::1", port: 0}
            policy: {expiry_in_policy: false, reread_every: 45s}
            limits: {pending_per_person: 3, commands_per_minute: 20, refused_clicks_per_minute: 7}
            """).valid();

        assertThat(config.slack())
                .isEqualTo(new SlackSettings(
                        Mode.HTTP,
                        new Address(Optional.of("127.0.0.1"), 3001),
                        URI.create("http://127.0.0.1:9/api/"),
                        Optional.of("C0FALLBACK")));
        assertThat(config.registries())
                .containsExactly(
                        new Registry(
                                "central",
                                new AccountId("111111111111"),
                                List.of(new Region("us-west-2"), new Region("eu-west-1")),
                                Optional.of("arn:aws:iam::111111111111:role/bots/ecr-bot"),
                                Registry.Attribution.SOURCE_IDENTITY),
                        new Registry(
                                "china",
                                new AccountId("111111111111"),
                                List.of(new Region("cn-north-1")),
                                Optional.empty(),
                                Registry.Attribution.REQUEST));
        assertThat(config.accounts()).containsExactly(Map.entry("sales", SALES), Map.entry("finance", FINANCE));
        assertThat(config.rules().all())
                .containsExactly(new Rule(
                        "Payments, pull",
                        new Scope(
                                List.of(
                                        new RepositoryPattern(Optional.of("central"), Optional.empty(), "payments/*"),
                                        new RepositoryPattern(
                                                Optional.of("central"), Optional.of(new Region("eu-west-1")), "*-api"),
                                        new RepositoryPattern(Optional.of("china"), Optional.empty(), "x")),
                                true,
                                Set.of(StandardAccess.PUSH_ONLY, StandardAccess.READ),
                                new Targets(true, Set.of(SALES, FINANCE, new AccountId("444444444444"))),
                                Set.of(PrincipalKind.ROLE)),
                        new People(false, Set.of("U1REQ", "W2REQ"), Set.of("S3REQ")),
                        new Approvers(
                                new People(false, Set.of("U0APPROVER1", "U0APPROVER2"), Set.of("S0OWNERS")), 2, true),
                        new Terms(Optional.of(Duration.ofDays(14)), new ReasonRule.Matching("OPS-\\d+")),
                        "G0APPROVALS",
                        new Handling(
                                Optional.of(new People(false, Set.of("U0WATCHER"), Set.of("S0AUDIT"))),
                                Duration.ofMinutes(30),
                                Revocation.IMMEDIATE,
                                new People(false, Set.of("U1REQ"), Set.of("S3REQ")))));
        assertThat(config.store().url()).isEqualTo("jdbc:postgresql://db/ecr");
        assertThat(config.store().postgres()).isTrue();
        assertThat(config.store().retention()).contains(Duration.ofDays(400));
        assertThat(config.ops().address()).isEqualTo(new Address(Optional.of("::1"), 0));
        assertThat(config.policy()).isEqualTo(new PolicySettings(false, Duration.ofSeconds(45)));
        assertThat(config.limits()).isEqualTo(new LimitSettings(3, 20, 7));
    }

    @Test
    void acceptsTheExample() {
        Reading<BotConfig> reading = ConfigReader.read(Path.of("..", "config", "ecr-bot.yml"));

        assertThat(reading).isInstanceOf(Reading.Valid.class);
    }

    @Test
    void showsTheDefaultsInTheExample() {
        BotConfig example =
                ((Reading.Valid<BotConfig>) ConfigReader.read(Path.of("..", "config", "ecr-bot.yml"))).value();

        assertThat(example.slack()).isEqualTo(SlackSettings.DEFAULT);
        assertThat(example.store()).isEqualTo(StoreSettings.DEFAULT);
        assertThat(example.ops()).isEqualTo(OpsSettings.DEFAULT);
        assertThat(example.policy()).isEqualTo(PolicySettings.DEFAULT);
        assertThat(example.limits()).isEqualTo(LimitSettings.DEFAULT);
        assertThat(example.index()).isEqualTo(IndexSettings.DEFAULT);
        assertThat(example.rules().all())
                .extracting(Rule::handling)
                .extracting(Handling::requestTimeout)
                .containsOnly(Handling.USUAL.requestTimeout());
    }

    @Test
    void readsEveryUnitOfDuration() {
        Map.of(
                        "30m", Duration.ofMinutes(30),
                        "8h", Duration.ofHours(8),
                        "7d", Duration.ofDays(7),
                        "1h30m", Duration.ofMinutes(90))
                .forEach((text, duration) -> assertThat(ConfigText.LEAST
                                .and("    max_duration: " + text + "\n")
                                .valid()
                                .rules()
                                .all())
                        .extracting(rule -> rule.terms().maxDuration())
                        .containsExactly(Optional.of(duration)));
    }

    @Test
    void followsAnchorsAndMergesKeysWithTheOwnOnesFirst() {
        BotConfig config = ConfigText.LEAST
                .with("  - name: payments-pull", "  - &first\n    name: payments-pull")
                .and("  - {<<: *first, name: second, approvals: 1}\n")
                .and("  - <<: [{name: third, channel: C0OTHER}, *first]\n")
                .valid();

        assertThat(config.rules().all()).extracting(Rule::name).containsExactly("payments-pull", "second", "third");
        assertThat(config.rules().all())
                .extracting(Rule::channel)
                .containsExactly("C0APPROVALS", "C0APPROVALS", "C0OTHER");
    }

    @Test
    void readsAFileThatBeginsWithAByteOrderMark() {
        assertThat(new ConfigText('\ufeff' + ConfigText.LEAST.text()).valid().registries())
                .hasSize(1);
    }
}
