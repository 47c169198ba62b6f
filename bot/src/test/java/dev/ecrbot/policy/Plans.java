package dev.ecrbot.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names and values that the tests of this package share. */
final class Plans {
    static final AccountId CENTRAL = new AccountId("111111111111");
    static final AccountId SALES = new AccountId("222222222222");
    static final AccountId FINANCE = new AccountId("333333333333");
    static final Repository REPOSITORY =
            new Repository(CENTRAL, new Region("us-west-2"), new RepositoryName("payments/api"));
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Optional<Instant> WEEK = Optional.of(Instant.parse("2026-11-29T10:00:00Z"));
    static final Optional<Instant> MONTH = Optional.of(Instant.parse("2026-12-22T10:00:00Z"));
    static final Optional<Instant> FOREVER = Optional.empty();

    static final String PULL_ACTIONS =
            "[\"ecr:BatchCheckLayerAvailability\",\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\"]";

    static final String ACME = "o-abc123def4";
    static final String BUILD = ACME + "/r-ab12/ou-ab12-11111111";

    private Plans() {}

    static PlanContext context(Owned... owned) {
        return new PlanContext(REPOSITORY, NOW, Map.of(SALES, "sales", FINANCE, "finance"), true, Set.of(owned));
    }

    static PlanContext withoutExpiry(Owned... owned) {
        return new PlanContext(REPOSITORY, NOW, Map.of(SALES, "sales", FINANCE, "finance"), false, Set.of(owned));
    }

    static Principal role(String name) {
        return new Principal.Role(Partition.AWS, SALES, "/", name);
    }

    static Principal account(AccountId id) {
        return new Principal.Account(Partition.AWS, id);
    }

    static Principal organization(String path) {
        return new Principal.Organization(OrganizationPath.parse(path).orElseThrow());
    }

    static Principal functions(AccountId owner, String pattern) {
        return new Principal.LambdaFunctions(new Region("us-west-2"), owner, pattern);
    }

    static Edit.Grant grant(Principal principal, Access access, Optional<Instant> until) {
        return new Edit.Grant(principal, access, until);
    }

    static Edit.End end(Edit.Grant grant) {
        return new Edit.End(grant.principal(), grant.access(), grant.until());
    }

    static Edit.Extend extend(Edit.Grant grant, Optional<Instant> until) {
        return new Edit.Extend(grant.principal(), grant.access(), grant.until().orElseThrow(), until);
    }

    static Edit.Revoke revoke(Principal principal, Access access) {
        return new Edit.Revoke(principal, Optional.of(access));
    }

    static Edit.Revoke revokeAll(Principal principal) {
        return new Edit.Revoke(principal, Optional.empty());
    }

    static Owned owned(Edit.Grant grant) {
        return new Owned(grant.principal(), grant.access(), grant.until());
    }

    static PolicyDocument policy(String... statements) {
        return PolicyDocument.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}");
    }

    static Plan plan(PolicyDocument base, Edit edit, PlanContext context) {
        Planned planned = Planner.plan(base, edit, context);
        assertThat(planned).isInstanceOf(Plan.class);
        return (Plan) planned;
    }

    static PolicyDocument after(PolicyDocument base, Edit edit, Owned... owned) {
        return plan(base, edit, context(owned)).proposed();
    }

    static String nothing(PolicyDocument base, Edit edit, PlanContext context) {
        Planned planned = Planner.plan(base, edit, context);
        assertThat(planned).isInstanceOf(Planned.NothingToChange.class);
        return ((Planned.NothingToChange) planned).why();
    }

    static Problem refused(PolicyDocument base, Edit edit, PlanContext context) {
        Planned planned = Planner.plan(base, edit, context);
        assertThat(planned).isInstanceOf(Planned.Refused.class);
        return ((Planned.Refused) planned).problem();
    }
}
