package dev.linger.neural.net;

import java.util.Arrays;

/**
 * Scaled dot-product attention of the tokens of a sequence to themselves and those before them (Vaswani et al., Attention Is
 * All You Need, NeurIPS 2017, section 3.2), with several heads:
 *
 * <pre>
 * [Q K V] = x W + b,  of each head  P = softmax(Q K^T / sqrt(width of a head)) over the tokens up to its own,  o = P V
 * </pre>
 *
 * <p>What heads give stands side by side in o; the projection of o is another layer.
 */
final class SelfAttention {
    private final int width;
    private final int heads;
    private final int headWidth;

    SelfAttention(int width, int heads) {
        if (width % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not share a width of " + width);
        }
        this.width = width;
        this.heads = heads;
        this.headWidth = width / heads;
    }

    /** Room for one sequence; a task has its own. */
    final class Pass {
        private final MatrixKernels kernels;
        private final int most;
        private final float[] across;
        private final float[] dp;

        /** @param most tokens of a sequence at most */
        Pass(MatrixKernels kernels, int most) {
            this.kernels = kernels;
            this.most = most;
            this.across = new float[headWidth * most];
            this.dp = new float[most * most];
        }

        /**
         * Writes o of one sequence.
         *
         * @param qkv a row of 3 x width a token, from a place on
         * @param p where the weights P go: heads x most x most numbers, from a place on
         * @param o a row of width a token, from a place on
         */
        void forward(float[] qkv, int qkvAt, float[] p, int pAt, float[] o, int oAt, int tokens) {
            float scale = (float) (1 / Math.sqrt(headWidth));
            Arrays.fill(o, oAt, oAt + tokens * width, 0);
            for (int head = 0; head < heads; head++) {
                int q = qkvAt + head * headWidth;
                int of = pAt + head * most * most;
                acrossOf(qkv, q + width, tokens);
                Arrays.fill(p, of, of + tokens * most, 0);
                kernels.multiplyAdd(qkv, q, 3 * width, 1, across, 0, most, p, of, most, tokens, headWidth, most);
                for (int token = 0; token < tokens; token++) {
                    softmax(p, of + token * most, token + 1, scale);
                }
                kernels.multiplyAdd(
                        p,
                        of,
                        most,
                        1,
                        qkv,
                        q + 2 * width,
                        3 * width,
                        o,
                        oAt + head * headWidth,
                        width,
                        tokens,
                        tokens,
                        headWidth);
            }
        }

        /** The first numbers of a row become their softmax, the others 0. */
        private void softmax(float[] p, int at, int count, float scale) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int other = 0; other < count; other++) {
                p[at + other] *= scale;
                largest = Math.max(largest, p[at + other]);
            }
            for (int other = 0; other < count; other++) {
                p[at + other] -= largest;
            }
            FastExp.of(p, at, count);
            float sum = 0;
            for (int other = 0; other < count; other++) {
                sum += p[at + other];
            }
            for (int other = 0; other < count; other++) {
                p[at + other] /= sum;
            }
            Arrays.fill(p, at + count, at + most, 0);
        }

        /** Writes the transpose of a head's part of K or V, padded with zeros. */
        private void acrossOf(float[] qkv, int at, int tokens) {
            Arrays.fill(across, 0);
            for (int token = 0; token < tokens; token++) {
                for (int x = 0; x < headWidth; x++) {
                    across[x * most + token] = qkv[at + token * 3 * width + x];
                }
            }
        }

        /**
         * Writes the gradient by qkv, given that by o.
         *
         * <pre>
         * dV = P^T do,  dP = do V^T,  dS = P (dP - sum over the row of P dP),  dQ = dS K / sqrt,  dK = dS^T Q / sqrt
         * </pre>
         */
        void back(float[] qkv, int qkvAt, float[] p, int pAt, float[] dO, int oAt, float[] dQkv, int tokens) {
            float scale = (float) (1 / Math.sqrt(headWidth));
            int row = 3 * width;
            Arrays.fill(dQkv, qkvAt, qkvAt + tokens * row, 0);
            for (int head = 0; head < heads; head++) {
                int q = qkvAt + head * headWidth;
                int of = pAt + head * most * most;
                int o = oAt + head * headWidth;
                kernels.multiplyAdd(p, of, 1, most, dO, o, width, dQkv, q + 2 * width, row, tokens, tokens, headWidth);
                acrossOf(qkv, q + 2 * width, tokens);
                Arrays.fill(dp, 0, tokens * most, 0);
                kernels.multiplyAdd(dO, o, width, 1, across, 0, most, dp, 0, most, tokens, headWidth, most);
                for (int token = 0; token < tokens; token++) {
                    softmaxBack(p, of + token * most, token * most, token + 1, scale);
                }
                kernels.multiplyAdd(dp, 0, most, 1, qkv, q + width, row, dQkv, q, row, tokens, tokens, headWidth);
                kernels.multiplyAdd(dp, 0, 1, most, qkv, q, row, dQkv, q + width, row, tokens, tokens, headWidth);
            }
        }

        /** A row of dP becomes dS / sqrt(width of a head). */
        private void softmaxBack(float[] p, int pAt, int at, int count, float scale) {
            float along = 0;
            for (int other = 0; other < count; other++) {
                along = Math.fma(p[pAt + other], dp[at + other], along);
            }
            for (int other = 0; other < count; other++) {
                dp[at + other] = p[pAt + other] * (dp[at + other] - along) * scale;
            }
            Arrays.fill(dp, at + count, at + most, 0);
        }
    }
}
