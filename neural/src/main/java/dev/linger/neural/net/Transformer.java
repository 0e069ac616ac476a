package dev.linger.neural.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Blocks of self-attention and a two-layer network over the tokens of sequences, each token seeing those up to itself, in the
 * form that normalises first (Xiong et al., On Layer Normalization in the Transformer Architecture, ICML 2020; as used on
 * plays: Kang and McAuley, SASRec, ICDM 2018):
 *
 * <pre>
 * x' = x + dropout(attention(norm(x)) W_o + b_o)
 * block(x) = x' + dropout(max(0, norm(x') W_1 + b_1) W_2 + b_2)
 * output = norm(last block)
 * </pre>
 */
public final class Transformer {
    private final int width;
    private final int most;
    private final int heads;
    private final SelfAttention attention;
    private final List<Block> blocks = new ArrayList<>();
    private final LayerNorm last;
    private final Dropout dropout;

    private record Block(LayerNorm first, Dense qkv, Dense out, LayerNorm second, Dense up, Dense down) {}

    /**
     * @param width numbers of a token; a multiple of heads
     * @param most tokens of a sequence at most
     */
    public Transformer(WeightLayout layout, int width, int heads, int blockCount, int most, double dropout) {
        this.width = width;
        this.most = most;
        this.heads = heads;
        this.attention = new SelfAttention(width, heads);
        for (int block = 0; block < blockCount; block++) {
            blocks.add(new Block(
                    new LayerNorm(layout, width),
                    new Dense(layout, width, 3 * width),
                    new Dense(layout, width, width),
                    new LayerNorm(layout, width),
                    new Dense(layout, width, width),
                    new Dense(layout, width, width)));
        }
        this.last = new LayerNorm(layout, width);
        this.dropout = new Dropout(dropout);
    }

    /** Writes the transposes that {@link Pass#backward} reads. */
    public void transpose(float[] weights, float[] transposed) {
        for (Block block : blocks) {
            for (Dense dense : List.of(block.qkv, block.out, block.up, block.down)) {
                dense.transpose(weights, transposed);
            }
        }
    }

    /** Room for some sequences on their way through; a task has its own. */
    public final class Pass {
        private final MatrixKernels kernels;
        private final SelfAttention.Pass attending;
        private final float[] input;
        private final float[] output;
        private final float[] outputGradient;
        private final float[] inputGradient;
        private final float[] lastNormed;
        private final float[] lastScale;
        private final List<Numbers> numbers = new ArrayList<>();
        private final float[] a;
        private final float[] b;
        private final float[] wide;

        /** @param sequences how many at most */
        public Pass(MatrixKernels kernels, int sequences) {
            int tokens = sequences * most;
            this.kernels = kernels;
            this.attending = attention.new Pass(kernels, most);
            this.input = new float[tokens * width];
            this.output = new float[tokens * width];
            this.outputGradient = new float[tokens * width];
            this.inputGradient = new float[tokens * width];
            this.lastNormed = new float[tokens * width];
            this.lastScale = new float[tokens];
            blocks.forEach(block -> numbers.add(new Numbers(tokens, sequences)));
            this.a = new float[tokens * width];
            this.b = new float[tokens * width];
            this.wide = new float[tokens * 3 * width];
        }

        /** The tokens, one sequence after another without gaps: to be filled. */
        public float[] input() {
            return input;
        }

        /** What became of each token. */
        public float[] output() {
            return output;
        }

        /** The loss's gradient by the outputs: to be filled before {@link #backward}. */
        public float[] outputGradient() {
            return outputGradient;
        }

        /** The loss's gradient by the tokens. */
        public float[] inputGradient() {
            return inputGradient;
        }

        /**
         * Computes the outputs without dropout.
         *
         * @param start where each sequence begins, in tokens; and where the last one ends
         * @param count number of sequences
         */
        public void forward(float[] weights, int[] start, int count) {
            forward(weights, start, count, factors -> Arrays.fill(factors, 0, start[count] * width, 1));
        }

        /** The same with dropout. */
        public void forward(float[] weights, int[] start, int count, SplittableRandom random) {
            forward(weights, start, count, factors -> dropout.draw(factors, start[count] * width, random));
        }

        private void forward(float[] weights, int[] start, int count, Draw draw) {
            int tokens = start[count];
            float[] x = input;
            for (int at = 0; at < blocks.size(); at++) {
                Block block = blocks.get(at);
                Numbers of = numbers.get(at);
                block.first.forward(weights, x, of.normed1, of.scale1, of.attended, tokens);
                block.qkv.forward(kernels, weights, of.attended, of.qkv, tokens);
                for (int sequence = 0; sequence < count; sequence++) {
                    int from = start[sequence];
                    attending.forward(
                            of.qkv,
                            from * 3 * width,
                            of.p,
                            sequence * heads * most * most,
                            of.o,
                            from * width,
                            start[sequence + 1] - from);
                }
                block.out.forward(kernels, weights, of.o, a, tokens);
                draw.draw(of.factor1);
                add(x, a, of.factor1, of.middle, tokens);
                block.second.forward(weights, of.middle, of.normed2, of.scale2, of.seen, tokens);
                block.up.forward(kernels, weights, of.seen, of.hidden, tokens);
                for (int unit = 0; unit < tokens * width; unit++) {
                    of.hidden[unit] = Math.max(0, of.hidden[unit]);
                }
                block.down.forward(kernels, weights, of.hidden, a, tokens);
                draw.draw(of.factor2);
                add(of.middle, a, of.factor2, of.end, tokens);
                x = of.end;
            }
            last.forward(weights, x, lastNormed, lastScale, output, tokens);
        }

        private void add(float[] x, float[] by, float[] factor, float[] sum, int tokens) {
            for (int at = 0; at < tokens * width; at++) {
                sum[at] = Math.fma(by[at], factor[at], x[at]);
            }
        }

        /** Adds the gradients of the weights, and writes that of the tokens. */
        public void backward(float[] weights, float[] transposed, float[] gradient, int[] start, int count) {
            int tokens = start[count];
            int size = tokens * width;
            Arrays.fill(inputGradient, 0, size, 0);
            last.back(weights, lastNormed, lastScale, outputGradient, inputGradient, gradient, tokens);
            for (int at = blocks.size() - 1; at >= 0; at--) {
                Block block = blocks.get(at);
                Numbers of = numbers.get(at);
                times(inputGradient, of.factor2, a, size);
                block.down.gradients(kernels, of.hidden, a, gradient, tokens);
                Arrays.fill(b, 0, size, 0);
                block.down.back(kernels, transposed, a, b, tokens);
                for (int unit = 0; unit < size; unit++) {
                    b[unit] = of.hidden[unit] > 0 ? b[unit] : 0;
                }
                block.up.gradients(kernels, of.seen, b, gradient, tokens);
                Arrays.fill(a, 0, size, 0);
                block.up.back(kernels, transposed, b, a, tokens);
                block.second.back(weights, of.normed2, of.scale2, a, inputGradient, gradient, tokens);

                times(inputGradient, of.factor1, a, size);
                block.out.gradients(kernels, of.o, a, gradient, tokens);
                Arrays.fill(b, 0, size, 0);
                block.out.back(kernels, transposed, a, b, tokens);
                for (int sequence = 0; sequence < count; sequence++) {
                    int from = start[sequence];
                    attending.back(
                            of.qkv,
                            from * 3 * width,
                            of.p,
                            sequence * heads * most * most,
                            b,
                            from * width,
                            wide,
                            start[sequence + 1] - from);
                }
                block.qkv.gradients(kernels, of.attended, wide, gradient, tokens);
                Arrays.fill(a, 0, size, 0);
                block.qkv.back(kernels, transposed, wide, a, tokens);
                block.first.back(weights, of.normed1, of.scale1, a, inputGradient, gradient, tokens);
            }
        }

        private void times(float[] x, float[] factor, float[] product, int size) {
            for (int at = 0; at < size; at++) {
                product[at] = x[at] * factor[at];
            }
        }
    }

    /** Draws what each number of a token is multiplied by. */
    private interface Draw {
        void draw(float[] factors);
    }

    /** What the way back through a block reads of the way there. */
    private final class Numbers {
        private final float[] normed1;
        private final float[] scale1;
        private final float[] attended;
        private final float[] qkv;
        private final float[] p;
        private final float[] o;
        private final float[] factor1;
        private final float[] middle;
        private final float[] normed2;
        private final float[] scale2;
        private final float[] seen;
        private final float[] hidden;
        private final float[] factor2;
        private final float[] end;

        Numbers(int tokens, int sequences) {
            int size = tokens * width;
            this.normed1 = new float[size];
            this.scale1 = new float[tokens];
            this.attended = new float[size];
            this.qkv = new float[3 * size];
            this.p = new float[sequences * heads * most * most];
            this.o = new float[size];
            this.factor1 = new float[size];
            this.middle = new float[size];
            this.normed2 = new float[size];
            this.scale2 = new float[tokens];
            this.seen = new float[size];
            this.hidden = new float[size];
            this.factor2 = new float[size];
            this.end = new float[size];
        }
    }
}
