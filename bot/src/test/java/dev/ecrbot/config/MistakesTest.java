package dev.ecrbot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MistakesTest {

    /** Sections that stand behind the others, from line 16. */
    static Stream<Arguments> added() {
        return Stream.of(
                arguments("slack: x", "slack", "keys with values"),
                arguments("slack:", "slack", "not nothing"),
                arguments("slack: {mode: https}", "slack.mode", "socket or http"),
                arguments("slack: {mode: http, port: 8080}", "slack", "have to differ"),
                arguments("slack: {mode: http}\nops: {port: 3000}", "slack", "have to differ"),
                arguments("slack: {mode: http, host: 10.0.0.1}\nops: {port: 3000}", "slack", "have to differ"),
                arguments("slack: {port: 65536}", "slack.port", "0 to 65535"),
                arguments("slack: {port: -1}", "slack.port", "0 to 65535"),
                arguments("slack: {port: 010}", "slack.port", "0 to 65535"),
                arguments("slack: {port: '3000'}", "slack.port", "not a text"),
                arguments("slack: {port: 99999999999}", "slack.port", "0 to 65535"),
                arguments("slack: {api_url: 'https://slack.com/api'}", "slack.api_url", "ends with a slash"),
                arguments("slack: {api_url: 'http://slack.com/api/'}", "slack.api_url", "begin with https"),
                arguments("slack: {api_url: 'ftp://slack.com/api/'}", "slack.api_url", "https://slack.com/api/"),
                arguments("slack: {api_url: 'https://u:p@slack.com/api/'}", "slack.api_url", "takes a URL"),
                arguments("slack: {api_url: 'slack com'}", "slack.api_url", "takes a URL"),
                arguments("slack: {tocken: x}", "slack.tocken", "unknown"),
                arguments("store: {url: 'jdbc:mysql://x'}", "store.url", "jdbc:postgresql:"),
                arguments("store: {url: 'jdbc:postgresql://x/y?password=z'}", "store.url", "STORE_PASSWORD"),
                arguments("store: {url: 'jdbc:postgresql://a:b@x/y'}", "store.url", "STORE_PASSWORD"),
                arguments("store: {url: 'jdbc:h2:mem:x;PASSWORD=z'}", "store.url", "STORE_PASSWORD"),
                arguments("store: {retention: 29d}", "store.retention", "takes 30d or more"),
                arguments("store: {retention: 400}", "store.retention", "takes a text"),
                arguments("store: {retention: forever}", "store.retention", "not “forever”"),
                arguments("ops: {port: x}", "ops.port", "whole number"),
                arguments("ops: {host: \"127.0.0.1:8080\"}", "ops.host", "without a port"),
                arguments("policy: {expiry_in_policy: 1}", "policy.expiry_in_policy", "true or false"),
                arguments("policy: {reread_every: 0s}", "policy.reread_every", "like 30s, 10m or 1h"),
                arguments("policy: {reread_every: 500ms}", "policy.reread_every", "not “500ms”"),
                arguments("policy: {reread_every: 60}", "policy.reread_every", "takes a text"),
                arguments("policy: {reread_every: 2w}", "policy.reread_every", "a week at most"),
                arguments("policy: {reread_every: -5m}", "policy.reread_every", "not “-5m”"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("added")
    void isReportedInTheOtherSections(String section, String path, String says) {
        assertThat(ConfigText.LEAST.and(section + "\n").mistakes())
                .singleElement()
                .satisfies(mistake -> {
                    assertThat(mistake.path()).isEqualTo(path);
                    assertThat(mistake.line()).isEqualTo(16);
                    assertThat(mistake.text()).contains(says);
                });
    }

    @Test
    void areReportedAllAtOnceInTheOrderOfTheirLines() {
        var mistakes = ConfigText.LEAST
                .with("C0APPROVALS", "nowhere")
                .with("us-west-2", "mars")
                .with("[anyone]", "[me, you]")
                .and("whatever: 1\n")
                .mistakes();

        assertThat(mistakes)
                .extracting(Mistake::path)
                .containsExactly(
                        "registries.central.regions[0]",
                        "rules[0].requesters[0]",
                        "rules[0].requesters[1]",
                        "rules[0].channel",
                        "whatever");
    }

    @Test
    void doNotDrawOthersAfterThem() {
        assertThat(ConfigText.LEAST
                        .with("sales: \"222222222222\"", "sales: nonsense")
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("accounts.sales");
        assertThat(ConfigText.LEAST
                        .with("\"111111111111\"", "nonsense")
                        .with("\"payments/*\"", "central:x")
                        .mistakes())
                .extracting(Mistake::path)
                .containsExactly("registries.central.account");
    }

    @Test
    void areMissedNowhereIfRegistriesAndRulesAreMissing() {
        assertThat(new ConfigText("slack: {}").mistakes())
                .extracting(Mistake::text)
                .containsExactly("needs the key “registries”", "needs the key “rules”");
        assertThat(new ConfigText("registries: {}\nrules: []").mistakes())
                .extracting(Mistake::path)
                .containsExactly("registries", "rules");
    }

    @Test
    void nameTheFirstOfTwoRulesWithTheSameName() {
        ConfigText twice = ConfigText.LEAST
                .with("rules:\n  - name", "rules:\n  - &a\n    name")
                .and("  - *a\n");

        assertThat(twice.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.toString())
                        .isEqualTo("line 10, rules[1].name: stands at rules[0].name already, not “payments-pull”"));
    }

    @Test
    void sayThatAStarMeansNobodyWithoutAccounts() {
        assertThat(ConfigText.LEAST
                        .with("accounts:\n  sales: \"222222222222\"\n  finance: \"333333333333\"\n", "")
                        .with("[sales, finance]", "['*']")
                        .mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.text()).contains("none is listed"));
    }

    @Test
    void neverShowWhatATerminalWouldObey() {
        assertThat(ConfigText.LEAST.and("\"\\e[2J\\u202e\": 1\n").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.path()).isEqualTo("?[2J?"));
    }

    @Test
    void haveAnEnd() {
        assertThat(ConfigText.LEAST
                        .with("[anyone]", "[" + "x, ".repeat(5000) + "x]")
                        .mistakes())
                .hasSize(101)
                .last()
                .satisfies(mistake -> assertThat(mistake.text()).isEqualTo("and 4901 more mistakes"));
    }
}
