package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.config.Registry.Attribution;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.rules.PersonId;
import dev.ecrbot.sandbox.ecr.SeedRegistry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Documents, principals and registries that the tests of this room share. */
final class Documents {

    static final Registry AMBIENT = new Registry(
            "central",
            SeedRegistry.CENTRAL,
            List.of(SeedRegistry.WEST, SeedRegistry.IRELAND),
            Optional.empty(),
            Attribution.REQUEST);
    static final Registry ASSUMING = new Registry(
            "central",
            SeedRegistry.CENTRAL,
            List.of(SeedRegistry.WEST, SeedRegistry.IRELAND),
            Optional.of(SeedRegistry.BOT_ROLE),
            Attribution.SOURCE_IDENTITY);

    static final OnBehalf ON_BEHALF = new OnBehalf(
            "req-7k2m9x4q",
            Optional.of(new PersonId("T0ACME", "U0RITA")),
            Optional.of(new PersonId("T0ACME", "U0AMIR")));

    static final Principal DEPLOYER = role("ci-deployer");

    private Documents() {}

    static Principal role(String name) {
        return new Principal.Role(Partition.AWS, SeedRegistry.SALES, "/", name);
    }

    static PolicyDocument pull(Principal... principals) {
        String entries =
                Stream.of(principals).map(each -> "\"" + each.text() + "\"").collect(Collectors.joining(","));
        return PolicyDocument.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"EcrBotPull\",\"Effect\":\"Allow\","
                        + "\"Principal\":{\"AWS\":[" + entries + "]},\"Action\":[\"ecr:BatchGetImage\"]}]}");
    }
}
