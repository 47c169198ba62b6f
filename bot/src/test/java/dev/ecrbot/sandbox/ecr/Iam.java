package dev.ecrbot.sandbox.ecr;

import dev.ecrbot.ecr.AccountId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The accounts, roles and users that exist; nobody else does. Thread-safe.
 *
 * <p>A role or user has a unique id besides its ARN, and one that is created again under the same name gets a new one.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM: unique ids</a>
 */
public final class Iam {

    private final Set<AccountId> accounts = new HashSet<>();
    private final Map<String, String> idsByArn = new HashMap<>();
    private final Map<String, String> arnsById = new HashMap<>();
    private final Map<String, String> everById = new HashMap<>();
    private final Set<String> distrusting = new HashSet<>();
    private final Map<String, Set<String>> withheld = new HashMap<>();
    private final Map<String, Set<String>> simulated = new HashMap<>();
    private final Runnable onDeletion;
    private int created;

    /** @param onDeletion called each time that somebody was deleted, without any lock of this */
    Iam(Runnable onDeletion) {
        this.onDeletion = onDeletion;
    }

    public synchronized void addAccount(AccountId account) {
        accounts.add(account);
    }

    /** Creates a role, {@code arn:aws:iam::222222222222:role/ci-deployer} for example, and returns its unique id. */
    public String addRole(String arn) {
        return add(arn, ":role/", "AROA");
    }

    /** Creates a user, and returns its unique id. */
    public String addUser(String arn) {
        return add(arn, ":user/", "AIDA");
    }

    private synchronized String add(String arn, String kind, String prefix) {
        if (!arn.contains(kind) || !knows(new AccountId(arn.split(":", 6)[4]))) {
            throw new IllegalArgumentException("no ARN with " + kind + " in a known account: " + arn);
        }
        return idsByArn.computeIfAbsent(arn, key -> {
            String id = prefix + "SANDBOX" + String.format("%010d", ++created);
            arnsById.put(id, key);
            everById.put(id, key);
            return id;
        });
    }

    /** Deletes a role or user: from now on policies that named it show its id. */
    public void delete(String arn) {
        synchronized (this) {
            Optional.ofNullable(idsByArn.remove(arn)).ifPresent(arnsById::remove);
        }
        onDeletion.run();
    }

    /** Changes the role's trust policy so that nobody may assume it. */
    public synchronized void distrust(String roleArn) {
        distrusting.add(roleArn);
    }

    /** Changes it back. */
    public synchronized void trust(String roleArn) {
        distrusting.remove(roleArn);
    }

    /** Changes the role's trust policy so that it doesn't allow this, {@code sts:TagSession} for example. */
    public synchronized void distrust(String roleArn, String permission) {
        withheld.computeIfAbsent(roleArn, key -> new HashSet<>()).add(permission);
    }

    /** Returns whether the role's trust policy allows this besides assuming it. */
    synchronized boolean trusts(String roleArn, String permission) {
        return !withheld.getOrDefault(roleArn, Set.of()).contains(permission);
    }

    /** Lets IAM be asked by the role what it may do, and has it answer that it may do this alone. */
    public synchronized void simulates(String roleArn, Set<String> allowed) {
        simulated.put(roleArn, Set.copyOf(allowed));
    }

    /** Returns what the role may do; empty where it may not ask. */
    synchronized Optional<Set<String>> simulated(String roleArn) {
        return Optional.ofNullable(simulated.get(roleArn));
    }

    /** Returns the ARNs of the roles and users that exist. */
    public synchronized Collection<String> arns() {
        return new TreeSet<>(idsByArn.keySet());
    }

    synchronized boolean assumable(String roleArn) {
        return idsByArn.containsKey(roleArn) && roleArn.contains(":role/") && !distrusting.contains(roleArn);
    }

    synchronized boolean knows(AccountId account) {
        return accounts.contains(account);
    }

    synchronized Optional<String> id(String arn) {
        return Optional.ofNullable(idsByArn.get(arn));
    }

    synchronized Optional<String> arn(String id) {
        return Optional.ofNullable(arnsById.get(id));
    }

    /** Returns the ARN of whoever has this id, or had it before they were deleted. */
    public synchronized Optional<String> everArn(String id) {
        return Optional.ofNullable(everById.get(id));
    }

    /** Returns whether a role of this name exists in the account, whatever its path: sessions don't show it. */
    synchronized boolean hasRole(AccountId account, String name) {
        return idsByArn.keySet().stream()
                .anyMatch(arn -> arn.contains("::" + account + ":role/") && arn.endsWith("/" + name));
    }
}
