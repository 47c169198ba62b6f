package dev.ecrbot.policy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ecrbot.ecr.Access;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.OrganizationPath;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.Policies;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.problem.Problem;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names and values that the tests of this package share. */
public final class Plans {
    public static final AccountId CENTRAL = new AccountId("111111111111");
    public static final AccountId SALES = new AccountId("222222222222");
    public static final AccountId FINANCE = new AccountId("333333333333");
    public static final Repository REPOSITORY =
            new Repository(CENTRAL, new Region("us-west-2"), new RepositoryName("payments/api"));
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final Optional<Instant> WEEK = Optional.of(Instant.parse("2026-11-29T10:00:00Z"));
    public static final Optional<Instant> MONTH = Optional.of(Instant.parse("2026-12-22T10:00:00Z"));
    public static final Optional<Instant> FOREVER = Optional.empty();

    public static final String PULL_ACTIONS =
            "[\"ecr:BatchCheckLayerAvailability\",\"ecr:BatchGetImage\",\"ecr:GetDownloadUrlForLayer\"]";

    public static final String ACME = "o-abc123def4";
    public static final String BUILD = ACME + "/r-ab12/ou-ab12-11111111";

    private Plans() {}

    public static PlanContext context(Owned... owned) {
        return new PlanContext(
                StandardAccess.CATALOGUE,
                REPOSITORY,
                NOW,
                Map.of(SALES, "sales", FINANCE, "finance"),
                true,
                Set.of(owned));
    }

    public static PlanContext withoutExpiry(Owned... owned) {
        return new PlanContext(
                StandardAccess.CATALOGUE,
                REPOSITORY,
                NOW,
                Map.of(SALES, "sales", FINANCE, "finance"),
                false,
                Set.of(owned));
    }

    public static Principal role(String name) {
        return new Principal.Role(Partition.AWS, SALES, "/", name);
    }

    public static Principal account(AccountId id) {
        return new Principal.Account(Partition.AWS, id);
    }

    public static Principal organization(String path) {
        return new Principal.Organization(OrganizationPath.parse(path).orElseThrow());
    }

    public static Principal functions(AccountId owner, String pattern) {
        return new Principal.LambdaFunctions(new Region("us-west-2"), owner, pattern);
    }

    public static Edit.Grant grant(Principal principal, Access access, Optional<Instant> until) {
        return new Edit.Grant(principal, access, until);
    }

    public static Edit.End end(Edit.Grant grant) {
        return new Edit.End(grant.principal(), grant.access(), grant.until());
    }

    public static Edit.Extend extend(Edit.Grant grant, Optional<Instant> until) {
        return new Edit.Extend(grant.principal(), grant.access(), grant.until().orElseThrow(), until);
    }

    /** Returns what gives the same in place of what others wrote. */
    public static TakeOver takeOver(Edit.Grant grant) {
        return new TakeOver(grant.principal(), grant.access(), grant.until());
    }

    public static Edit.Revoke revoke(Principal principal, Access access) {
        return new Edit.Revoke(principal, Optional.of(access));
    }

    public static Edit.Revoke revokeAll(Principal principal) {
        return new Edit.Revoke(principal, Optional.empty());
    }

    public static Owned owned(Edit.Grant grant) {
        return new Owned(grant.principal(), grant.access(), grant.until());
    }

    public static PolicyDocument policy(String... statements) {
        return Policies.of(statements);
    }

    public static Plan plan(PolicyDocument base, Edit edit, PlanContext context) {
        Planned planned = Planner.plan(base, edit, context);
        assertThat(planned).isInstanceOf(Plan.class);
        return (Plan) planned;
    }

    public static PolicyDocument after(PolicyDocument base, Edit edit, Owned... owned) {
        return plan(base, edit, context(owned)).proposed();
    }

    public static String nothing(PolicyDocument base, Edit edit, PlanContext context) {
        Planned planned = Planner.plan(base, edit, context);
        assertThat(planned).isInstanceOf(Planned.NothingToChange.class);
        return ((Planned.NothingToChange) planned).why();
    }

    public static Problem refused(PolicyDocument base, Edit edit, PlanContext context) {
        Planned planned = Planner.plan(base, edit, context);
        assertThat(planned).isInstanceOf(Planned.Refused.class);
        return ((Planned.Refused) planned).problem();
    }
}
