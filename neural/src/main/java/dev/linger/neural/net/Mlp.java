package dev.linger.neural.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Dense layers, with ReLU and then dropout after each but the last.
 *
 * <pre>
 * h_0 = input,  h_l = dropout(max(0, h_(l-1) W_l + b_l)),  output = h_(L-1) W_L + b_L
 * </pre>
 *
 * <p>A {@link Pass} without a random stream drops none.
 */
public final class Mlp {
    private final List<Dense> layers = new ArrayList<>();
    private final Dropout dropout;

    /**
     * @param widths number of inputs, then the number of units of each layer
     * @param dropout in [0, 1)
     */
    public Mlp(WeightLayout layout, int[] widths, double dropout) {
        for (int layer = 1; layer < widths.length; layer++) {
            layers.add(new Dense(layout, widths[layer - 1], widths[layer]));
        }
        this.dropout = new Dropout(dropout);
    }

    public int inputs() {
        return layers.get(0).inputs();
    }

    public int outputs() {
        return layers.get(layers.size() - 1).outputs();
    }

    /** Writes the transposes that {@link Pass#backward} reads. */
    public void transpose(float[] weights, float[] transposed) {
        layers.forEach(layer -> layer.transpose(weights, transposed));
    }

    /** Room for the numbers of up to so many examples on their way through; a task has its own. */
    public final class Pass {
        private final MatrixKernels kernels;
        private final float[][] values;
        private final int mostRows;
        private final float[] factor;
        /** None until somebody goes {@link #backward}. */
        private float[][] gradients = new float[0][];

        public Pass(MatrixKernels kernels, int mostRows) {
            this.kernels = kernels;
            this.mostRows = mostRows;
            this.values = room();
            this.factor = new float
                    [mostRows * layers.stream().mapToInt(Dense::outputs).max().orElse(0)];
        }

        private float[][] room() {
            float[][] room = new float[layers.size() + 1][];
            room[0] = new float[mostRows * inputs()];
            for (int layer = 0; layer < layers.size(); layer++) {
                room[layer + 1] = new float[mostRows * layers.get(layer).outputs()];
            }
            return room;
        }

        /** The inputs, a row an example: to be filled. */
        public float[] input() {
            return values[0];
        }

        /** The outputs, a row an example. */
        public float[] output() {
            return values[layers.size()];
        }

        /** The loss's gradient by the outputs: to be filled before {@link #backward}. */
        public float[] outputGradient() {
            if (gradients.length == 0) {
                gradients = room();
            }
            return gradients[layers.size()];
        }

        /** The loss's gradient by the inputs. */
        public float[] inputGradient() {
            return gradients[0];
        }

        /** Computes the outputs of the first rows without dropout. */
        public void forward(float[] weights, int rows) {
            for (int layer = 0; layer < layers.size(); layer++) {
                layers.get(layer).forward(kernels, weights, values[layer], values[layer + 1], rows);
                if (layer + 1 < layers.size()) {
                    rectify(values[layer + 1], rows * layers.get(layer).outputs());
                }
            }
        }

        /** Computes the outputs of the first rows with dropout. */
        public void forward(float[] weights, int rows, SplittableRandom random) {
            for (int layer = 0; layer < layers.size(); layer++) {
                layers.get(layer).forward(kernels, weights, values[layer], values[layer + 1], rows);
                if (layer + 1 < layers.size()) {
                    int count = rows * layers.get(layer).outputs();
                    rectify(values[layer + 1], count);
                    drop(values[layer + 1], count, random);
                }
            }
        }

        private void rectify(float[] h, int count) {
            for (int at = 0; at < count; at++) {
                h[at] = Math.max(0, h[at]);
            }
        }

        private void drop(float[] h, int count, SplittableRandom random) {
            if (dropout.share() == 0) {
                return;
            }
            dropout.draw(factor, count, random);
            for (int at = 0; at < count; at++) {
                h[at] *= factor[at];
            }
        }

        /** Adds the gradients of the weights, and writes that of the inputs. */
        public void backward(float[] transposed, float[] weightGradient, int rows) {
            backward(transposed, weightGradient, rows, inputs());
        }

        /** Adds the gradients of the weights, and writes that of the first inputs of each row. */
        public void backward(float[] transposed, float[] weightGradient, int rows, int firstInputs) {
            float kept = (float) (1 / (1 - dropout.share()));
            for (int layer = layers.size() - 1; layer >= 0; layer--) {
                Dense dense = layers.get(layer);
                dense.gradients(kernels, values[layer], gradients[layer + 1], weightGradient, rows);
                Arrays.fill(gradients[layer], 0, rows * dense.inputs(), 0);
                int columns = layer == 0 ? firstInputs : dense.inputs();
                dense.back(kernels, transposed, gradients[layer + 1], gradients[layer], rows, columns);
                if (layer > 0) {
                    // A unit that is 0 was negative or dropped; the others were divided by 1 - dropout.
                    for (int at = 0; at < rows * dense.inputs(); at++) {
                        gradients[layer][at] = values[layer][at] > 0 ? gradients[layer][at] * kept : 0;
                    }
                }
            }
        }
    }
}
