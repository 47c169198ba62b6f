package dev.ecrbot.config;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with keys, registries and accounts is blamed on the line where it stands. */
final class PlaceMistakesTest {

    /** What is written instead of what; the path and line that are blamed; what the text says. */
    static Stream<Arguments> replaced() {
        String account = "account: \"111111111111\"";
        String regions = "[us-west-2, eu-west-1]";
        String role = account + "\n    role: ";
        String sales = "sales: \"222222222222\"";
        return Stream.of(
                arguments("accounts:", "acounts:", "acounts", 5, "did you mean “accounts”"),
                arguments("accounts:", "zebra:", "zebra", 5, "known here are slack, registries, accounts"),
                arguments("channel: C", "chanel: C", "rules[0].chanel", 15, "did you mean “channel”"),
                arguments("accounts:", "? [a]\n: 1\naccounts:", "", 5, "a key that isn't text"),
                arguments(account, account + "\n    " + account, "registries.central.account", 4, "twice"),
                arguments(regions, "[us-west-2]\n  central: {}", "registries.central", 5, "twice"),
                arguments(account, "account: 111111111111", "registries.central.account", 3, "\"111111111111\""),
                arguments(account, "account: 012345670123", "registries.central.account", 3, "\"012345670123\""),
                arguments(account, "account: \"1111\"", "registries.central.account", 3, "12 digits"),
                arguments(account, "role: x", "registries.central", 3, "needs the key “account”"),
                arguments(regions, "[]", "registries.central.regions", 4, "at least one"),
                arguments(regions, "us-west-2", "registries.central.regions", 4, "takes a list"),
                arguments(regions, "[atlantis]", "registries.central.regions[0]", 4, "us-west-2"),
                arguments(regions, "[us-west-2, us-west-2]", "registries.central.regions[1]", 4, "twice"),
                arguments(regions, "[us-west-2, cn-north-1]", "registries.central.regions[1]", 4, "aws-cn"),
                arguments("  central:", "  Central One:", "registries.Central One", 2, "a name begins with"),
                arguments(
                        account,
                        account + "\n    attribution: request",
                        "registries.central.attribution",
                        4,
                        "this registry has none"),
                arguments(
                        account,
                        role + "arn:aws:iam::111111111111:role/b\n    attribution: people",
                        "registries.central.attribution",
                        5,
                        "none, request, source_identity, tags"),
                arguments(account, role + "ecr-bot", "registries.central.role", 4, "a role's ARN"),
                arguments(
                        account,
                        role + "arn:aws:iam::999999999999:role/b",
                        "registries.central.role",
                        4,
                        "account 111111111111"),
                arguments(
                        account,
                        role + "arn:aws-cn:iam::111111111111:role/b",
                        "registries.central.role",
                        4,
                        "partition aws"),
                arguments(
                        account, role + "arn:aws:iam::111111111111:user/b", "registries.central.role", 4, "role's ARN"),
                arguments(
                        "accounts:",
                        "  east: {account: \"111111111111\", regions: [eu-west-1]}\naccounts:",
                        "registries.east.regions[0]",
                        5,
                        "registry central already"),
                arguments(
                        "accounts:",
                        "  east: {account: \"999999999999\", regions: [eu-west-1]}\naccounts:",
                        "rules[0].repositories[0]",
                        11,
                        "a pattern names its own: central:"),
                arguments(sales, "222222222222: \"222222222222\"", "accounts.222222222222", 6, "a name begins with"),
                arguments(sales, "sales: 222222222222", "accounts.sales", 6, "\"222222222222\""),
                arguments(sales, "sales: \"22\"", "accounts.sales", 6, "12 digits"),
                arguments(sales, "sales: [x]", "accounts.sales", 6, "not a list"));
    }

    @ParameterizedTest(name = "{2}: {1}")
    @MethodSource("replaced")
    void isReportedWithPathAndLine(String from, String to, String path, int line, String says) {
        ConfigText.LEAST.with(from, to).blames(path, line, says);
    }
}
