package dev.linger.candidates.hybrid;

import dev.linger.candidates.Embeddings;
import dev.linger.candidates.FitContext;
import dev.linger.candidates.ItemScorer;
import dev.linger.candidates.SourceConfig;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.SideData;
import dev.linger.data.SideTables;
import dev.linger.data.config.Key;
import dev.linger.data.source.DataSize;
import dev.linger.data.store.ModelReader;
import java.util.Locale;
import java.util.Set;

/** Another source whose embeddings are columns for the ranker too. */
public record EmbeddedConfig(
        @Key(
                        value = "the source, which gives the order: als, two-tower, sequence, or a fusion of some",
                        byDefault = "\"als\"",
                        because = "its factors are fitted in seconds")
                SourceConfig source,
        @Key(
                        value =
                                "share of the variance of users, and of videos, that their columns keep, above 0, at most 1",
                        byDefault = "0.95",
                        because = "what is left is mostly chance")
                double keptVariance,
        @Key(
                        value =
                                "columns of users, and as many of videos, 1 to 1024; less is kept where these are too few",
                        byDefault = "16",
                        because = "each is a float in every row; those that are not needed are missing")
                int most,
        @Key(
                        value =
                                "the axes are those of a fit to so many days from the beginning of the log, > 0, onto which all fits are"
                                        + " turned; none may be to fewer days",
                        byDefault = "3.0",
                        because =
                                "numbers of two fits have nothing in common; so early that training windows begin later")
                double referenceDays)
        implements SourceConfig {
    private static final int MOST = 1024;
    private static final double DAY_MILLIS = 86_400_000;

    public EmbeddedConfig {
        if (!source.hasEmbeddings()) {
            throw new IllegalArgumentException(
                    "source must have embeddings, as als, two-tower and sequence have, and fusions of them, but was "
                            + source);
        }
        if (!(keptVariance > 0 && keptVariance <= 1)) {
            throw new IllegalArgumentException("keptVariance must be above 0, at most 1, but was " + keptVariance);
        }
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("most must be 1 to " + MOST + " but was " + most);
        }
        if (!(referenceDays > 0) || Double.isInfinite(referenceDays)) {
            throw new IllegalArgumentException("referenceDays must be > 0 and finite but was " + referenceDays);
        }
    }

    @Override
    public EmbeddedScorer fit(FitContext context) {
        ItemScorer fitted = context.fitted(source);
        Embeddings now = embeddings(fitted);
        Embeddings reference = reference(context, now);
        PrincipalAxes ofUsers = axes(context.userCount(), now.width(), (user, into) -> reference.user(user, into, 0));
        PrincipalAxes ofItems = axes(context.itemCount(), now.width(), (item, into) -> reference.item(item, into, 0));
        double[] rotation = Procrustes.rotation(now, reference);
        return EmbeddedScorer.of(fitted, now, ofUsers.after(rotation), ofItems.after(rotation), most);
    }

    private PrincipalAxes axes(int count, int width, PrincipalAxes.Vectors vectors) {
        return PrincipalAxes.of(count, width, vectors, keptVariance, most);
    }

    private static Embeddings embeddings(ItemScorer fitted) {
        return fitted.embeddings()
                .orElseThrow(() -> new IllegalStateException(fitted.name() + " was to have embeddings"));
    }

    /** Those of a fit to the first days; these themselves where there is no play. */
    private Embeddings reference(FitContext context, Embeddings now) {
        InteractionLog log = context.log();
        if (log.size() == 0) {
            return now;
        }
        double days = (context.cutMillis() - log.timestampMillis(0)) / DAY_MILLIS;
        if (days < referenceDays) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "source embedded: referenceDays is %s, but a fit is to the first %.2f days of the log, so its columns"
                            + " would be of other axes; give fewer days than that",
                    referenceDays,
                    days));
        }
        long until = log.timestampMillis(0) + Math.round(referenceDays * DAY_MILLIS);
        return embeddings(context.before(until).fitted(source));
    }

    @Override
    public EmbeddedScorer read(ModelReader from, SideTables tables) {
        ItemScorer read = source.read(EmbeddedScorer.source(from), tables);
        return EmbeddedScorer.read(read, embeddings(read), from, most);
    }

    @Override
    public SourceConfig withEffort(double share) {
        return new EmbeddedConfig(source.withEffort(share), keptVariance, most, referenceDays);
    }

    @Override
    public boolean isSameForAll() {
        return source.isSameForAll();
    }

    @Override
    public boolean comparesItems() {
        return source.comparesItems();
    }

    @Override
    public boolean hasPosterior() {
        return source.hasPosterior();
    }

    @Override
    public boolean hasEmbeddings() {
        return true;
    }

    @Override
    public Set<SideData> uses() {
        return source.uses();
    }

    /** The source's for two fits, and the coordinates. */
    @Override
    public double heapBytes(DataSize size, int threads) {
        return 2 * source.heapBytes(size, threads) + (double) Float.BYTES * most * (size.users() + size.videos());
    }

    @Override
    public double fitSeconds(DataSize size) {
        return 2 * source.fitSeconds(size);
    }
}
