package dev.ecrbot.store.packed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Texts, compressed as zlib does it. What most policies say alike is taken from a dictionary, so that a short text gets small as
 * well. A dictionary that something was packed with is never changed, since nothing else unpacks it.
 */
public final class Packed {
    private static final String NAME = "words-1.txt";
    private static final byte[] WORDS = words();
    private static final int BUFFER = 4096;

    private Packed() {}

    /** Packs a text without the dictionary. */
    public static byte[] plain(String text) {
        return packed(text, new byte[0]);
    }

    /** Packs a text with the dictionary. */
    public static byte[] bytes(String text) {
        return packed(text, WORDS);
    }

    /** Packs a text into a line of letters, digits and two more. */
    public static String line(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
    }

    /**
     * Returns the text that was packed into the line.
     *
     * @throws IllegalStateException if none was
     */
    public static String fromLine(String line) {
        try {
            return text(Base64.getUrlDecoder().decode(line));
        } catch (IllegalArgumentException e) {
            throw broken(e);
        }
    }

    /**
     * Returns the text that was packed, with the dictionary or without.
     *
     * @throws IllegalStateException if none was
     */
    public static String text(byte[] packed) {
        var inflater = new Inflater();
        try {
            inflater.setInput(packed);
            return inflated(inflater).toString(StandardCharsets.UTF_8);
        } catch (DataFormatException | IllegalArgumentException e) {
            throw broken(e);
        } finally {
            inflater.end();
        }
    }

    private static ByteArrayOutputStream inflated(Inflater inflater) throws DataFormatException {
        var text = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER];
        while (!inflater.finished()) {
            int read = inflater.inflate(buffer);
            text.write(buffer, 0, read);
            if (inflater.needsDictionary()) {
                inflater.setDictionary(WORDS);
            } else if (read == 0 && !inflater.finished()) {
                throw new DataFormatException("it was cut off");
            }
        }
        return text;
    }

    private static byte[] packed(String text, byte[] dictionary) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            if (dictionary.length > 0) {
                deflater.setDictionary(dictionary);
            }
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var bytes = new ByteArrayOutputStream();
            var buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                bytes.write(buffer, 0, deflater.deflate(buffer));
            }
            return bytes.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static IllegalStateException broken(Exception cause) {
        return new IllegalStateException("what was packed isn't what it was", cause);
    }

    private static byte[] words() {
        try (InputStream in = Packed.class.getResourceAsStream(NAME)) {
            return Objects.requireNonNull(in, NAME).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
