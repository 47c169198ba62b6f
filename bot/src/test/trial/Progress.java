import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Says how far the trial is compiled while Maven says nothing: {@code java Progress.java} and the class that the trial begins with. Counts
 * what javac has written; ends once that class is there and nothing more comes.
 */
final class Progress {
    private static final long PAUSE = 5_000;
    private static final int LONGEST = 240;

    private Progress() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path trial = Path.of("target", "test-classes");
        Path last = trial.resolve(Path.of("dev", "ecrbot", "sandbox", arguments[0] + ".class"));
        long all = files(Path.of("src", "main", "java"), ".java");
        long before = files(trial, ".class");
        for (int times = 0; times < LONGEST && ProcessHandle.current().parent().isPresent(); times++) {
            Thread.sleep(PAUSE);
            long bot = files(Path.of("target", "classes"), ".class");
            long now = files(trial, ".class");
            if (now == before && Files.exists(last)) {
                return;
            }
            before = now;
            System.out.println("[INFO] " + told(bot, all, now));
        }
    }

    private static String told(long bot, long all, long trial) {
        if (trial > 0) {
            return "The bot is compiled; the trial is on its way, with " + trial + " files so far.";
        }
        return bot == 0 ? "Reading the bot's " + all + " files…" : bot + " of the bot's " + all + " files are compiled…";
    }

    /** Classes inside others have no file of their own. */
    private static long files(Path root, String ending) throws IOException {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(root)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending) && name.indexOf('$') < 0)
                    .count();
        }
    }
}
