package dev.linger.candidates.union;

/**
 * Candidates of one user from several sources, in the order in which they were taken.
 *
 * @param user the user
 * @param items distinct items
 * @param source place of the source that contributed each item
 * @param foundBy how many sources have each item among their best {@code limit}, at least 1
 */
public record MergedCandidates(int user, int[] items, int[] source, int[] foundBy) {
    public MergedCandidates {
        if (source.length != items.length || foundBy.length != items.length) {
            throw new IllegalArgumentException(
                    items.length + " items but " + source.length + " sources and " + foundBy.length + " counts");
        }
    }

    public int size() {
        return items.length;
    }
}
