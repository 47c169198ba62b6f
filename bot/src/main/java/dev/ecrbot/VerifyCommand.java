package dev.ecrbot;

import dev.ecrbot.config.StoreSettings;
import dev.ecrbot.problem.ProblemException;
import dev.ecrbot.store.chain.Anchor;
import dev.ecrbot.store.chain.AnchorFile;
import dev.ecrbot.store.chain.ChainVerdict;
import dev.ecrbot.store.chain.Link;
import dev.ecrbot.store.database.Credentials;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Proves that the audit trail is what was recorded, or shows where it isn't. */
@Command(
        name = "verify",
        description = {
            "Compare the audit trail with its chain of hashes, and the chain with the heads that were kept elsewhere.",
            "Exit code: 0 nothing was changed, 1 something was, 2 it can't be read."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    static final int CHANGED = 1;
    private static final int UNREADABLE = 2;

    @Option(
            names = "--anchors",
            paramLabel = "FILE",
            description =
                    "What store.anchors of a replica has kept; once for each. That of this configuration is read anyway.")
    private List<Path> anchors = List.of();

    @Option(
            names = "--from",
            paramLabel = "BACKUP.zip",
            description = "Look at a backup (store.backup) in place of the store, which a running bot keeps to itself.")
    private Optional<Path> from = Optional.empty();

    @ParentCommand
    private @Nullable FleetCommand audit;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintStream out = System.out;
        // Logs go to standard output otherwise, where they would stand between the lines.
        System.setOut(System.err);
        return audit == null ? UNREADABLE : Configured.withStore(spec, audit.config(), each -> verify(each, out));
    }

    private int verify(Configured configured, PrintStream out) {
        StoreSettings store = configured.config().store();
        if (from.isEmpty()) {
            return verify(store, store.url(), configured.credentials(), out);
        }
        try (var backup = Unpacked.of(from.get())) {
            return verify(store, backup.url(), Optional.empty(), out);
        } catch (IOException e) {
            Main.error(spec).println(CommandWords.backupUnread(String.valueOf(e.getMessage())));
            return UNREADABLE;
        }
    }

    private int verify(StoreSettings store, String url, Optional<Credentials> credentials, PrintStream out) {
        try (var ledger = Configured.records(url, credentials)) {
            List<Anchor> kept = kept(store);
            List<Anchor> compared = from.isPresent() ? upTo(ledger.chain().end(), kept, out) : kept;
            return tell(ledger.chain().verify(compared), ledger.alteredTexts(), out);
        } catch (ProblemException e) {
            Main.error(spec).println(CommandWords.trailUnread(e.problem().text()));
        } catch (IOException e) {
            Main.error(spec).println(CommandWords.anchorsUnread(e.toString()));
        }
        return UNREADABLE;
    }

    private List<Anchor> kept(StoreSettings store) throws IOException {
        var kept = new ArrayList<Anchor>();
        for (Path file : anchors) {
            kept.addAll(AnchorFile.read(file));
        }
        if (store.anchors().isPresent()) {
            kept.addAll(AnchorFile.read(store.anchors().get()));
        }
        return kept;
    }

    /** The chain has gone on since the backup was made, and so have the anchors. */
    private static List<Anchor> upTo(Optional<Link> end, List<Anchor> kept, PrintStream out) {
        long last = end.map(Link::position).orElse(-1L);
        List<Anchor> within =
                kept.stream().filter(anchor -> anchor.position() <= last).toList();
        if (within.size() < kept.size()) {
            out.println(CommandWords.laterAnchors(kept.size() - within.size()));
        }
        return within;
    }

    static int tell(ChainVerdict verdict, List<String> alteredTexts, PrintStream out) {
        verdict.faults().forEach(out::println);
        alteredTexts.forEach(hash -> out.println(CommandWords.textChanged(hash)));
        out.println(CommandWords.chain(
                verdict.events(), verdict.head().position(), verdict.head().hash()));
        if (verdict.waiting() > 0) {
            out.println(CommandWords.waiting(verdict.waiting()));
        }
        out.println(verdict.anchors() == 0 ? CommandWords.noAnchors() : CommandWords.anchors(verdict.anchors()));
        boolean changed = !verdict.faults().isEmpty() || !alteredTexts.isEmpty();
        out.println(changed ? CommandWords.trailChanged() : CommandWords.trailWhole());
        return changed ? CHANGED : 0;
    }
}
