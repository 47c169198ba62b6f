package dev.ecrbot.policy;

import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.Partition;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.ecr.StandardAccess;
import dev.ecrbot.policy.holding.Owned;
import dev.ecrbot.policy.holding.PlanContext;
import dev.ecrbot.policy.plan.Edit;
import dev.ecrbot.policy.plan.Plan;
import dev.ecrbot.policy.plan.Planned;
import dev.ecrbot.policy.plan.Planner;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long a plan takes: parse the live policy, edit, lint, diff. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PlanBench {
    private static final Repository REPOSITORY =
            new Repository(new AccountId("111111111111"), new Region("us-west-2"), new RepositoryName("payments/api"));

    /** The live policy: full of statements, full of principals (unknown to the records, or each with a grant), or so many statements. */
    @Param({"statements", "principals", "grants", "5", "10", "20"})
    public String policy = "statements";

    private String text = "";
    private Edit edit = edit();
    private PlanContext context = context(Set.of());

    @Setup
    public void setUp() {
        text = switch (policy) {
            case "statements" -> FullPolicies.manyStatements();
            case "principals", "grants" -> FullPolicies.manyPrincipals();
            default -> FullPolicies.statements(Integer.parseInt(policy));
        };
        edit = edit();
        context = context(policy.equals("grants") ? granted(PolicyDocument.parse(text)) : Set.of());
        if (!(plan() instanceof Plan)) {
            throw new IllegalStateException("nothing was planned: " + plan());
        }
    }

    @Benchmark
    public Planned plan() {
        return Planner.plan(PolicyDocument.parse(text), edit, context);
    }

    @Benchmark
    public PolicyDocument parse() {
        return PolicyDocument.parse(text);
    }

    private static PlanContext context(Set<Owned> owned) {
        return new PlanContext(
                StandardAccess.CATALOGUE, REPOSITORY, Instant.parse("2026-11-22T10:00:00Z"), Map.of(), true, owned);
    }

    private static Set<Owned> granted(PolicyDocument policy) {
        return policy.statements().get(0).holders(Partition.AWS).stream()
                .map(holder -> new Owned(holder, StandardAccess.PULL, Optional.empty()))
                .collect(Collectors.toSet());
    }

    private static Edit edit() {
        var newcomer = new Principal.Role(Partition.AWS, new AccountId("333333333333"), "/", "newcomer");
        return new Edit.Grant(newcomer, StandardAccess.PULL, Optional.of(Instant.parse("2026-11-29T10:00:00Z")));
    }
}
