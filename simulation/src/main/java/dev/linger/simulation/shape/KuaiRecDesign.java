package dev.linger.simulation.shape;

import dev.linger.simulation.shape.Design.Dirt;

/**
 * KuaiRec 2.0 by its published counts, at any scale. Rows, copies and cells of the small matrix grow with the scale;
 * users, videos, and what there is one of for each of them, with its square root. So the share of the pairs that are
 * observed, and with it repeats and overlaps, stay as they are.
 */
public final class KuaiRecDesign {
    public static final double SMALLEST_SCALE = 0.001;
    public static final double LARGEST_SCALE = 16;

    private static final Dirt DIRT = new Dirt(0, 0.0001, 0.5);
    /** Each (video, day) with several rows has at least two. */
    private static final int LEAST_REPEATED = 2;

    private final double scale;

    private KuaiRecDesign(double scale) {
        this.scale = scale;
    }

    public static Design at(double scale) {
        KuaiRecDesign counts = new KuaiRecDesign(scale);
        return new Design(counts.sizes(), ModelParameters.OF_KUAIREC, DIRT, counts.exact());
    }

    private Sizes sizes() {
        int rows = byScale(12_530_806);
        return new Sizes(bySide(7_176), bySide(10_728), rows - byScale(968_004), bySide(1_411), bySide(3_327));
    }

    private ExactCounts exact() {
        Sizes sizes = sizes();
        int repeatedDays = bySide(194_155 - (343_341 - 226_111));
        return new ExactCounts(
                byScale(968_004),
                byScale(2_224),
                Math.min(byScale(4_676_570), sizes.smallUsers() * sizes.smallVideos()),
                byScale(181_992),
                bySide(343_341 - 226_111),
                repeatedDays,
                Math.max(LEAST_REPEATED * repeatedDays, bySide(226_111)),
                bySide(472));
    }

    private int byScale(int count) {
        return (int) StrictMath.rint(scale * count);
    }

    private int bySide(int count) {
        return (int) StrictMath.rint(StrictMath.sqrt(scale) * count);
    }
}
