package dev.ecrbot.policy.operator;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A range of IP addresses, {@code 203.0.113.0/24} or {@code 2001:db8::/32}; an address alone is a range of one. */
public final class AddressRange {
    private static final Pattern FORM = Pattern.compile("([0-9a-fA-F:.]{2,45})(?:/([0-9]{1,3}))?");
    private static final Pattern V4 = Pattern.compile("([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})");
    private static final int GROUPS = 8;

    private final byte[] address;
    private final int bits;

    private AddressRange(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    public static Optional<AddressRange> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        Optional<byte[]> address = form.group(1).indexOf(':') < 0 ? v4(form.group(1)) : v6(form.group(1));
        int bits = form.group(2) == null ? -1 : Integer.parseInt(form.group(2));
        return address.filter(bytes -> bits <= bytes.length * Byte.SIZE)
                .map(bytes -> new AddressRange(bytes, bits < 0 ? bytes.length * Byte.SIZE : bits));
    }

    boolean holds(AddressRange other) {
        if (address.length != other.address.length || other.bits < bits) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % Byte.SIZE);
            if (((address[bit / Byte.SIZE] ^ other.address[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Returns its first and last address and those next to them on either side, as far as there are such. */
    public List<String> edges() {
        BigInteger first =
                new BigInteger(1, address).shiftRight(length() - bits).shiftLeft(length() - bits);
        BigInteger next = first.add(BigInteger.ONE.shiftLeft(length() - bits));
        return Stream.of(first.subtract(BigInteger.ONE), first, next.subtract(BigInteger.ONE), next)
                .filter(number -> number.signum() >= 0 && number.bitLength() <= length())
                .map(this::text)
                .toList();
    }

    private int length() {
        return address.length * Byte.SIZE;
    }

    private String text(BigInteger number) {
        boolean old = address.length == 4;
        int size = old ? Byte.SIZE : 2 * Byte.SIZE;
        BigInteger mask = BigInteger.ONE.shiftLeft(size).subtract(BigInteger.ONE);
        return IntStream.iterate(length() - size, shift -> shift >= 0, shift -> shift - size)
                .map(shift -> number.shiftRight(shift).and(mask).intValueExact())
                .mapToObj(part -> Integer.toString(part, old ? 10 : 16))
                .collect(Collectors.joining(old ? "." : ":"));
    }

    private static Optional<byte[]> v4(String text) {
        Matcher v4 = V4.matcher(text);
        if (!v4.matches()) {
            return Optional.empty();
        }
        var bytes = new byte[4];
        for (int at = 0; at < bytes.length; at++) {
            int value = Integer.parseInt(v4.group(at + 1));
            if (value > 255) {
                return Optional.empty();
            }
            bytes[at] = (byte) value;
        }
        return Optional.of(bytes);
    }

    private static Optional<byte[]> v6(String text) {
        int gap = text.indexOf("::");
        if (gap != text.lastIndexOf("::") || text.contains(":::")) {
            return Optional.empty();
        }
        String[] head = groups(gap < 0 ? text : text.substring(0, gap));
        String[] tail = gap < 0 ? new String[0] : groups(text.substring(gap + 2));
        int given = head.length + tail.length;
        if (gap < 0 ? given != GROUPS : given >= GROUPS) {
            return Optional.empty();
        }
        var bytes = new byte[2 * GROUPS];
        return fill(bytes, 0, head) && fill(bytes, GROUPS - tail.length, tail) ? Optional.of(bytes) : Optional.empty();
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static boolean fill(byte[] bytes, int from, String[] groups) {
        for (int at = 0; at < groups.length; at++) {
            if (groups[at].isEmpty() || groups[at].length() > 4 || groups[at].indexOf('.') >= 0) {
                return false;
            }
            int value = Integer.parseInt(groups[at], 16);
            bytes[2 * (from + at)] = (byte) (value >> Byte.SIZE);
            bytes[2 * (from + at) + 1] = (byte) value;
        }
        return true;
    }
}
