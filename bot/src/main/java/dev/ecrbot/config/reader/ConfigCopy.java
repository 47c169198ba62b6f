package dev.ecrbot.config.reader;

import dev.ecrbot.config.file.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the configuration's files held when they were read: the texts by the files' names, the main file first; of one that couldn't
 * be read, why. Immutable.
 */
public record ConfigCopy(Map<String, String> texts) implements Texts {
    public ConfigCopy {
        texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    }

    /** Returns whether the files still hold this, and haven't become unreadable. */
    public boolean isStill(Path main) {
        Texts now = Texts.beside(main);
        return texts.entrySet().stream()
                .allMatch(file -> text(now, file.getKey()).equals(file.getValue()));
    }

    /** Returns it as one text, which {@link #parse} reads. */
    public String written() {
        return texts.entrySet().stream()
                .map(file -> file.getKey() + "\n" + file.getValue().length() + "\n" + file.getValue())
                .collect(Collectors.joining());
    }

    /**
     * Returns the copy that was written so.
     *
     * @throws IllegalArgumentException if the text isn't one
     */
    public static ConfigCopy parse(String written) {
        var texts = new LinkedHashMap<String, String>();
        int at = 0;
        while (at < written.length()) {
            int name = written.indexOf('\n', at);
            int length = written.indexOf('\n', name + 1);
            if (name < 0 || length < 0) {
                throw new IllegalArgumentException("no copy of a configuration");
            }
            int end = length + 1 + Integer.parseInt(written.substring(name + 1, length));
            texts.put(written.substring(at, name), written.substring(length + 1, Math.min(end, written.length())));
            at = end;
        }
        return new ConfigCopy(texts);
    }

    private static String text(Texts from, String name) {
        try {
            return new String(from.of(name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** Returns what stands for a file that can't be read for this reason: another one than for an empty file, or for another reason. */
    static String unreadable(IOException why) {
        return "\0" + why;
    }

    @Override
    public byte[] of(String name) throws IOException {
        return Optional.ofNullable(texts.get(name))
                .orElseThrow(() -> new NoSuchFileException(name))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Returns what tells this copy from every other. */
    public String digest() {
        try {
            var all = MessageDigest.getInstance("SHA-256");
            // The main file's own name says where it lies, which may differ between replicas.
            texts.values().forEach(text -> {
                all.update(text.getBytes(StandardCharsets.UTF_8));
                all.update((byte) 0);
            });
            return HexFormat.of().formatHex(all.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
