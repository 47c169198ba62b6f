package dev.ecrbot.aws;

import dev.ecrbot.config.Registry;
import dev.ecrbot.desk.live.OnBehalf;
import dev.ecrbot.desk.live.Policies;
import dev.ecrbot.desk.live.PolicyScope;
import dev.ecrbot.desk.live.RepositoryFacts;
import dev.ecrbot.desk.live.WriteAnswer;
import dev.ecrbot.doctor.Examined;
import dev.ecrbot.ecr.AccountId;
import dev.ecrbot.ecr.PolicyHolder;
import dev.ecrbot.ecr.Region;
import dev.ecrbot.ecr.RegionalRegistry;
import dev.ecrbot.ecr.Repository;
import dev.ecrbot.ecr.RepositoryName;
import dev.ecrbot.index.FleetReader;
import dev.ecrbot.policy.PolicyDocument;
import dev.ecrbot.policy.Principal;
import dev.ecrbot.problem.AwsProblems;
import dev.ecrbot.problem.Problem;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.time.Tempo;
import dev.ecrbot.time.Took;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * The configured registries at AWS, through its SDK. Thread-safe; makes no call before it is asked something.
 *
 * <p>A registry with a role is called with that role's credentials: for reads in a session that can do nothing else, for each
 * write in one of its own that reaches only that policy. Any other is called with what the SDK's default chain finds. Endpoints follow the SDK's own variables. Reads take at most 10 seconds and are repeated as
 * the SDK's standard mode does; writes at most 15, and each is sent once: what is sent again has to be read again before.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html">SetRepositoryPolicy</a>
 */
public final class AwsPolicies implements Policies, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AwsPolicies.class);

    private record Place(AccountId account, Region region) {}

    /** What is asked of AWS, and told it. */
    private record Operations(
            PolicyReader reader,
            PolicyWriter writer,
            ScopeReader scopes,
            FactsReader facts,
            TagsReader tags,
            RepositoryNames names) {

        static Operations in(AwsPatience patience, Clock clock) {
            CallTimeout read = patience.read();
            return new Operations(
                    new PolicyReader(read),
                    new PolicyWriter(patience.write()),
                    new ScopeReader(read),
                    new FactsReader(patience.facts()),
                    new TagsReader(read),
                    new RepositoryNames(read, clock));
        }
    }

    /** What calls are made with. */
    private record Opened(
            Map<Place, RegionalEcr> places, List<SdkAutoCloseable> owned, Operations calls, CallTimeout span) {

        static Opened of(Collection<Registry> registries, Clock clock, ClientEnvironment ground) {
            var places = new HashMap<Place, RegionalEcr>();
            var owned = new ArrayList<SdkAutoCloseable>();
            var clients = new Clients(ground);
            for (Registry registry : registries) {
                var identity = CallingIdentity.of(registry, clients, ground);
                owned.add(identity);
                registry.regions().forEach(region -> {
                    var ecr = new RegionalEcr(registry, identity, clients.reading(region), clients.writing(region));
                    owned.add(ecr.reading());
                    owned.add(ecr.writing());
                    places.putIfAbsent(new Place(registry.account(), region), ecr);
                });
            }
            owned.add(clients);
            AwsPatience patience = ground.patience();
            return new Opened(places, owned, Operations.in(patience, clock), patience.read());
        }
    }

    private final CompletableFuture<Opened> opening;

    public AwsPolicies(Collection<Registry> registries, Clock clock, Tempo tempo) {
        this(registries, clock, ClientEnvironment.standard(tempo, Took.unheard()));
    }

    AwsPolicies(Collection<Registry> registries, Clock clock, ClientEnvironment ground) {
        this(CompletableFuture.completedFuture(Opened.of(registries, clock, ground)));
    }

    private AwsPolicies(CompletableFuture<Opened> opening) {
        this.opening = opening;
    }

    /**
     * Returns what gets its clients once something else is done, however that ends, since to load the SDK takes a good part of a start;
     * whoever asks it something waits for them. {@code calls} is told how long each call of AWS took, by the operation's name.
     */
    public static AwsPolicies opening(
            CompletableFuture<?> after, Collection<Registry> registries, Clock clock, Tempo tempo, Took calls) {
        return new AwsPolicies(after.handleAsync(
                (done, failed) -> Opened.of(registries, clock, ClientEnvironment.standard(tempo, calls))));
    }

    /** Waits until it has its clients; throws what kept it from having them. */
    public void awaitOpen() {
        opened();
    }

    private Opened opened() {
        try {
            return opening.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public PolicyDocument read(PolicyHolder holder) {
        return opened().calls.reader.read(known(holder), holder);
    }

    @Override
    public void expect(PolicyHolder holder, OnBehalf behalf) {
        place(holder.account(), holder.region()).ifPresent(ecr -> ecr.identity().expect(holder, behalf));
    }

    @Override
    public WriteAnswer write(PolicyHolder holder, PolicyDocument proposed, Principal asked, OnBehalf behalf) {
        return place(holder.account(), holder.region())
                .map(ecr -> opened().calls.writer.write(ecr, holder, proposed, asked, behalf))
                .orElseGet(() -> new WriteAnswer.NotTaken(notConfigured(holder), "", WriteAnswer.Again.NEVER));
    }

    @Override
    public PolicyScope scope(RegionalRegistry registry) {
        return opened().calls.scopes.scope(known(registry), registry);
    }

    @Override
    public RepositoryFacts facts(Repository repository) {
        return place(repository.account(), repository.region())
                .map(ecr -> opened().calls.facts.facts(ecr, repository))
                .orElseGet(() -> new RepositoryFacts(Map.of(), Optional.empty()));
    }

    @Override
    public Map<String, String> tags(Repository repository) {
        return opened().calls.tags.tags(known(repository), repository);
    }

    @Override
    public List<RepositoryName> names(Registry registry, Region region) {
        return place(registry.account(), region)
                .map(ecr -> opened().calls.names.names(ecr, region))
                .orElseGet(List::of);
    }

    /** Returns what a crawl reads through, on the same connections; of use until this is closed. */
    public FleetReader fleet() {
        return new AwsFleet(holder -> known(holder).withoutRepeats(), () -> opened().span);
    }

    /** Looks at the sessions that the bot would write under there, and writes nothing. */
    public List<Examined> sessions(RegionalRegistry registry) {
        RegionalEcr ecr = known(registry);
        return SessionCheckup.look(ecr.registry(), ecr.identity(), registry);
    }

    /**
     * Returns what IAM says of what the registry's role may do, at the first of its repositories; empty where that can't be asked.
     *
     * @param patterns whether it has to change the registry's own policy, too
     */
    public Optional<Examined> permissions(RegionalRegistry registry, boolean patterns) {
        RegionalEcr ecr = known(registry);
        return opened().calls.names.names(ecr, registry.region()).stream()
                .findFirst()
                .map(name -> new Repository(registry.account(), registry.region(), name))
                .flatMap(repository -> ecr.identity().permissions(registry.label(), repository, patterns));
    }

    private Optional<RegionalEcr> place(AccountId account, Region region) {
        return Optional.ofNullable(opened().places.get(new Place(account, region)));
    }

    private RegionalEcr known(PolicyHolder holder) {
        return place(holder.account(), holder.region()).orElseThrow(() -> new ProblemException(notConfigured(holder)));
    }

    private static Problem notConfigured(PolicyHolder holder) {
        return AwsProblems.registryUnknown(holder);
    }

    /** Ends all connections; calls under way fail as broken connections do. */
    @Override
    public void close() {
        for (SdkAutoCloseable each : owned()) {
            try {
                each.close();
            } catch (RuntimeException e) {
                LOG.warn("a client of AWS did not close: {}", FailureText.of(e));
            }
        }
    }

    /** What couldn't be opened has nothing to close. */
    private List<SdkAutoCloseable> owned() {
        try {
            return opened().owned;
        } catch (RuntimeException e) {
            return List.of();
        }
    }
}
