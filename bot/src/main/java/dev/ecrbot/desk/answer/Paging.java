package dev.ecrbot.desk.answer;

import java.util.List;
import java.util.function.IntToLongFunction;

/**
 * Where in a list one is that is told in pages. Nothing is kept of it: another page is the same question, asked anew.
 *
 * @param question what to type for the first page, after {@code /ecr}
 * @param page from 1; beyond the last one if the list has got shorter
 * @param total how long the list is, as far as it was counted
 * @param size how much of it a page has
 * @param more whether it is longer than that, so that there is a page after the last one that was counted
 */
public record Paging(String question, int page, long total, int size, boolean more) {
    /** How much of a list fits on a telephone. */
    public static final int SIZE = 10;

    /** So much of a list that grows for years is counted, and more only for a page beyond it. */
    public static final int COUNTED = 1_000;

    /** Pages of a list that was counted whole. */
    public Paging(String question, int page, long total, int size) {
        this(question, page, total, size, false);
    }

    /** Pages of the usual size. */
    public Paging(String question, int page, long total) {
        this(question, page, total, SIZE);
    }

    /**
     * Returns where one is in a list that may be too long to count.
     *
     * @param counting counts up to so many
     */
    public static Paging counted(String question, int page, IntToLongFunction counting) {
        int most = most(page);
        long total = counting.applyAsLong(most + 1);
        return new Paging(question, page, Math.min(total, most), SIZE, total > most);
    }

    /** Returns how far a list is counted for this page. */
    public static int most(int page) {
        return Math.max(COUNTED, page * SIZE);
    }

    /** Returns how many pages there are at least, of what was counted; at least one. */
    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** Returns whether there is a page after this one. */
    public boolean goesOn() {
        return more || page < pages();
    }

    /** Returns how many come before this page. */
    public int before() {
        return (page - 1) * size;
    }

    /** Returns this page of a list that begins at its beginning. */
    public <T> List<T> cut(List<T> all) {
        int from = Math.min(all.size(), before());
        return List.copyOf(all.subList(from, Math.min(all.size(), page * size)));
    }

    /** Returns what to type for that page. */
    public String question(int number) {
        return number == 1 ? question : question + " page " + number;
    }
}
