package dev.ecrbot.interview;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a first configuration says.
 *
 * @param socket whether Slack is reached by socket, and not by HTTP
 * @param accounts names with ids
 */
public record FirstConfig(boolean socket, Place place, Map<String, String> accounts, Who who, What what) {

    /**
     * The registry.
     *
     * @param role empty for the identity that the bot runs with
     */
    record Place(String name, String account, List<String> regions, String role) {
        private String yaml() {
            return """
                    registries:
                      %s:
                        account: "%s"
                        regions: [%s]
                    """.formatted(name, account, list(regions)) + (role.isEmpty() ? "" : "    role: " + role + "\n");
        }
    }

    /**
     * The people.
     *
     * @param admins empty for nobody
     */
    record Who(String channel, List<String> approvers, List<String> requesters, List<String> admins) {
        private String yaml() {
            return """
                        requesters: [%s]
                        approvers: [%s]
                        channel: %s
                    """.formatted(list(requesters), list(approvers), channel);
        }

        private String admission() {
            return admins.isEmpty() ? "" : """

                    # Who may type /ecr doctor, and where they hear what a start found to mend.
                    admins:
                      who: [%s]
                      channel: %s
                    """.formatted(list(admins), channel);
        }
    }

    /** What may be asked for. */
    record What(List<String> repositories, List<String> access, String longest) {}

    /** Returns the file. */
    public String yaml() {
        return """
                # ecr-bot's configuration, as “init” asked for it. config/ecr-bot.yml in ecr-bot's sources shows every key there is.
                # Secrets stay out of it: SLACK_BOT_TOKEN and %s come from the environment.
                slack:
                  mode: %s

                """.formatted(socket ? "SLACK_APP_TOKEN" : "SLACK_SIGNING_SECRET", socket ? "socket" : "http")
                + place.yaml()
                + "\n# Names that people may type in place of account ids.\naccounts:\n"
                + accounts.entrySet().stream()
                        .map(entry -> "  " + entry.getKey() + ": \"" + entry.getValue() + "\"\n")
                        .collect(Collectors.joining())
                + rule()
                + """

                # For several replicas: jdbc:postgresql://host/database, with STORE_USER and STORE_PASSWORD in the environment.
                store:
                  url: jdbc:h2:file:./data/ecr-bot
                """
                + who.admission();
    }

    private String rule() {
        String repositories =
                what.repositories().stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
        return """

                # The first rule that fits an ask decides. In “to”, "*" stands for every account above.
                rules:
                  - name: first
                    repositories: [%s]
                    access: [%s]
                    to: ["*"]
                    max_duration: %s
                """.formatted(repositories, list(what.access()), what.longest()) + who.yaml();
    }

    private static String list(List<String> all) {
        return String.join(", ", all);
    }
}
