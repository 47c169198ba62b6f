package dev.ecrbot.desk.answer;

import java.util.List;

/**
 * Where in a list one is that is told in pages. Nothing is kept of it: another page is the same question, asked anew.
 *
 * @param question what to type for the first page, after {@code /ecr}
 * @param page from 1; beyond the last one if the list has got shorter
 * @param total how long the list is
 * @param size how much of it a page has
 */
public record Paging(String question, int page, long total, int size) {
    /** How much of a list fits on a telephone. */
    public static final int SIZE = 10;

    /** Pages of the usual size. */
    public Paging(String question, int page, long total) {
        this(question, page, total, SIZE);
    }

    /** Returns how many pages there are, at least one. */
    public long pages() {
        return Math.max(1, (total + size - 1) / size);
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
