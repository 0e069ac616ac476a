package dev.linger.candidates.als;

import dev.linger.candidates.Elimination;
import dev.linger.candidates.SparsePattern;
import dev.linger.candidates.SparseRows;
import java.util.Arrays;

/** The slow obvious twin of ALS: it visits every pair, observed or not, as the formulas in the package's doc read. */
final class DenseAls {
    private DenseAls() {}

    /** The watch ratio of every pair, NaN where the pair is not observed. */
    static double[][] ratios(SparseRows pairs) {
        double[][] ratios = new double[pairs.rowCount()][pairs.columnCount()];
        for (int row = 0; row < ratios.length; row++) {
            Arrays.fill(ratios[row], Double.NaN);
            for (int cell = pairs.from(row); cell < pairs.to(row); cell++) {
                ratios[row][pairs.column(cell)] = pairs.value(cell);
            }
        }
        return ratios;
    }

    static double[][] rows(FactorMatrix factors) {
        double[][] rows = new double[factors.rowCount()][factors.factorCount()];
        for (int row = 0; row < rows.length; row++) {
            factors.read(row, rows[row], 0);
        }
        return rows;
    }

    /** Whether each pair is withheld. */
    static boolean[][] withheld(SparsePattern pairs, int columnCount) {
        boolean[][] withheld = new boolean[pairs.rowCount()][columnCount];
        for (int row = 0; row < withheld.length; row++) {
            for (int column : pairs.row(row)) {
                withheld[row][column] = true;
            }
        }
        return withheld;
    }

    /** Solves (sum over all pairs of weight y y' + ridge I) x = sum over observed pairs of c p y. */
    static double[] solveRow(AlsConfig config, double[] ratios, boolean[] withheld, double[][] fixed) {
        double[] b = new double[config.factorCount()];
        for (int other = 0; other < fixed.length; other++) {
            for (int i = 0; i < b.length && !Double.isNaN(ratios[other]); i++) {
                b[i] += config.weighting().confidence(ratios[other])
                        * config.weighting().preference(ratios[other])
                        * fixed[other][i];
            }
        }
        return observed(ratios) == 0 ? b : Elimination.solve(matrix(config, ratios, withheld, fixed), b);
    }

    /** {@code sum over all pairs of weight y y' + ridge I}. */
    static double[][] matrix(AlsConfig config, double[] ratios, boolean[] withheld, double[][] fixed) {
        int d = config.factorCount();
        double[][] a = new double[d][d];
        for (int other = 0; other < fixed.length; other++) {
            double weight = withheld[other] ? 0 : config.unobservedWeight();
            weight += Double.isNaN(ratios[other]) ? 0 : config.weighting().confidence(ratios[other]);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    a[i][j] += weight * fixed[other][i] * fixed[other][j];
                }
            }
        }
        for (int i = 0; i < d; i++) {
            a[i][i] += config.regularization() * Math.pow(observed(ratios), config.regularizationPower());
        }
        return a;
    }

    private static int observed(double[] ratios) {
        return (int) Arrays.stream(ratios).filter(ratio -> !Double.isNaN(ratio)).count();
    }

    static double loss(AlsConfig config, double[][] ratios, boolean[][] withheld, double[][] users, double[][] items) {
        int[] pairsOfUser = new int[users.length];
        int[] pairsOfItem = new int[items.length];
        double loss = 0;
        for (int user = 0; user < users.length; user++) {
            for (int item = 0; item < items.length; item++) {
                double predicted = dot(users[user], items[item]);
                loss += withheld[user][item] ? 0 : config.unobservedWeight() * predicted * predicted;
                double ratio = ratios[user][item];
                if (!Double.isNaN(ratio)) {
                    double error = config.weighting().preference(ratio) - predicted;
                    loss += config.weighting().confidence(ratio) * error * error;
                    pairsOfUser[user]++;
                    pairsOfItem[item]++;
                }
            }
        }
        return loss + penalty(config, users, pairsOfUser) + penalty(config, items, pairsOfItem);
    }

    private static double penalty(AlsConfig config, double[][] rows, int[] pairs) {
        double penalty = 0;
        for (int row = 0; row < rows.length; row++) {
            if (pairs[row] > 0) {
                penalty += config.regularization()
                        * Math.pow(pairs[row], config.regularizationPower())
                        * dot(rows[row], rows[row]);
            }
        }
        return penalty;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int at = 0; at < left.length; at++) {
            sum += left[at] * right[at];
        }
        return sum;
    }
}
