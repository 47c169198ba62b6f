package dev.ecrbot.desk;

import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.ledger.Ledger;
import dev.ecrbot.desk.ledger.LedgerTransaction;
import dev.ecrbot.desk.ledger.SetAside;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyScope;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Ports of a process that may die at any step: what the world did by then stays, an open transaction doesn't. */
public final class Mortal {
    private Mortal() {}

    public static DeskAssembly.Ports ports(DeskAssembly.Ports ports, Fate fate) {
        return new DeskAssembly.Ports(
                new MortalLedger(ports.ledger(), fate),
                new MortalPolicies(ports.policies(), fate),
                ports.index(),
                ports.directory(),
                message -> between(fate, "deliver", () -> ports.courier().deliver(message)));
    }

    private static <T> T between(Fate fate, String step, Supplier<T> effect) {
        fate.at("before " + step);
        T result = effect.get();
        fate.at("after " + step);
        return result;
    }

    /** Undoes a transaction whose result is answered all the same. */
    private static final class Forgotten extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Forgotten() {
            super("forgotten", null, false, false);
        }
    }

    private record MortalLedger(Ledger ledger, Fate fate) implements Ledger {
        @Override
        public <T> T transact(Function<LedgerTransaction, T> work) {
            return between(
                    fate,
                    "transaction",
                    () -> forgetting(books -> {
                        T result = work.apply(books);
                        fate.at("before commit");
                        return result;
                    }));
        }

        private <T> T forgetting(Function<LedgerTransaction, T> work) {
            var answered = new ArrayList<T>(1);
            try {
                return ledger.transact(books -> {
                    T result = work.apply(books);
                    if (fate.forgets()) {
                        answered.add(result);
                        throw new Forgotten();
                    }
                    return result;
                });
            } catch (Forgotten e) {
                return answered.get(0);
            }
        }

        @Override
        public <T> T exclusively(PolicyHolder holder, Supplier<T> work) {
            return between(fate, "lock", () -> ledger.exclusively(holder, () -> between(fate, "locked work", work)));
        }

        @Override
        public Optional<String> trouble() {
            return ledger.trouble();
        }

        @Override
        public SetAside aside() {
            return ledger.aside();
        }
    }

    private record MortalPolicies(Policies policies, Fate fate) implements Policies {
        @Override
        public PolicyDocument read(PolicyHolder holder) {
            return between(fate, "read", () -> policies.read(holder));
        }

        @Override
        public void expect(PolicyHolder holder, OnBehalf behalf) {
            policies.expect(holder, behalf);
        }

        @Override
        public WriteAnswer write(PolicyHolder holder, PolicyDocument proposed, Principal asked, OnBehalf behalf) {
            return between(fate, "write", () -> policies.write(holder, proposed, asked, behalf));
        }

        @Override
        public PolicyScope scope(RegionalRegistry registry) {
            return between(fate, "scope", () -> policies.scope(registry));
        }

        @Override
        public RepositoryFacts facts(Repository repository) {
            return between(fate, "facts", () -> policies.facts(repository));
        }

        @Override
        public Map<String, String> tags(Repository repository) {
            return between(fate, "tags", () -> policies.tags(repository));
        }

        @Override
        public List<RepositoryName> names(Registry registry, Region region) {
            return policies.names(registry, region);
        }
    }
}
