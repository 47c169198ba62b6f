package dev.ecrbot.desk;

import dev.ecrbot.config.BotConfig;
import dev.ecrbot.config.Reading;
import dev.ecrbot.config.reader.ConfigReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configurations that desks are tried with. */
public final class BenchConfig {
    static final String RULES = """
          - name: payments
            repositories: ["payments/*", "legacy/*", "central/*", "infra/*", "shared/*", "team/*"]
            patterns: true
            access: [pull, push, read, push-only]
            to: ["*"]
            requesters: [anyone]
            approvers: [U0APPROVER1, S0OWNERS]
            channel: C0APPROVALS
          - name: two-keys
            repositories: ["web/*"]
            access: [pull, push]
            to: [sales]
            requesters: [anyone]
            approvers: [U0APPROVER1, S0OWNERS]
            approvals: 2
            channel: C0APPROVALS
            max_duration: 30d
        """;

    /** Returns a config under which requests wait as long as it takes, people ask much, and some revoke at once. */
    public static BotConfig patient() {
        return patient(RULES);
    }

    /** As the other, with rules of its own. */
    static BotConfig patient(String rules) {
        return patient(rules, "");
    }

    /** @param more what else stands in the file */
    static BotConfig patient(String rules, String more) {
        return of(
                rules.replace(
                        "channel: C0APPROVALS",
                        "channel: C0APPROVALS\n    request_timeout: 300d\n    revoke: immediate\n    watch: {changes: true}"),
                "limits: {pending_per_person: 5000, commands_per_minute: 100000, refused_clicks_per_minute: 100000}\n"
                        + more);
    }

    /**
     * @param more what else stands in the file
     */
    static BotConfig of(String rules, String more) {
        return read(yaml(rules, more));
    }

    /** Returns the config under which an account goes by another name. */
    public static BotConfig renamed(String rules, String account, String name) {
        return read(yaml(rules, "").replace(account, name));
    }

    /** Returns one with a second registry, labs. */
    static BotConfig ofTwoRegistries(String rules) {
        String labs = "  labs:\n    account: \"444444444444\"\n    regions: [us-west-2]\n";
        return read(yaml(rules, "").replace("registries:\n", "registries:\n" + labs));
    }

    private static String yaml(String rules, String more) {
        return """
                registries:
                  central:
                    account: "111111111111"
                    regions: [us-west-2, eu-west-1]
                accounts:
                  sales: "222222222222"
                  finance: "333333333333"
                rules:
                """ + rules + more;
    }

    private static BotConfig read(String yaml) {
        try {
            Path file = Files.createTempFile("ecr-bot", ".yml");
            Files.writeString(file, yaml);
            Reading<BotConfig> reading = ConfigReader.read(file);
            Files.delete(file);
            if (reading instanceof Reading.Valid<BotConfig> valid) {
                return valid.value();
            }
            throw new IllegalArgumentException(reading.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BenchConfig() {}
}
