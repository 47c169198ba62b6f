package dev.ecrbot.sandbox;

import java.util.List;

/**
 * A repository as the page shows it.
 *
 * @param id stable and unique, {@code 111111111111/us-west-2/payments/api} for example
 * @param policyJson the live policy document, empty if there is none
 * @param notes short remarks shown above it
 */
public record RepositoryView(String id, String title, String policyJson, List<String> notes) {

    public RepositoryView {
        notes = List.copyOf(notes);
    }
}
