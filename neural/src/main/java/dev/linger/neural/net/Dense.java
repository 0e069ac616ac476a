package dev.linger.neural.net;

/**
 * A dense layer {@code y = x W + b}, without activation: x has a row of {@code inputs} numbers an example, y one of {@code
 * outputs}. W starts uniform in {@code +-sqrt(6 / (inputs + outputs))} (Glorot and Bengio, AISTATS 2010), b at 0.
 */
public final class Dense {
    private final int inputs;
    private final int outputs;
    private final int weightAt;
    private final int biasAt;

    /** A layer whose weights are added to the layout. */
    public Dense(WeightLayout layout, int inputs, int outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weightAt = layout.uniform(inputs * outputs, Math.sqrt(6.0 / (inputs + outputs)));
        this.biasAt = layout.constant(outputs, 0);
    }

    public int inputs() {
        return inputs;
    }

    public int outputs() {
        return outputs;
    }

    /** Writes y of the first {@code rows} rows of x. */
    public void forward(MatrixKernels kernels, float[] weights, float[] x, float[] y, int rows) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(weights, biasAt, y, row * outputs, outputs);
        }
        kernels.multiplyAdd(x, 0, inputs, 1, weights, weightAt, outputs, y, 0, outputs, rows, inputs, outputs);
    }

    /**
     * Adds the loss's gradients by W and b, given those by y.
     *
     * <pre>
     * dW = x^T dy,  db = sum over the rows of dy
     * </pre>
     */
    public void gradients(MatrixKernels kernels, float[] x, float[] dy, float[] gradient, int rows) {
        kernels.multiplyAdd(x, 0, 1, inputs, dy, 0, outputs, gradient, weightAt, outputs, inputs, rows, outputs);
        for (int row = 0; row < rows; row++) {
            for (int output = 0; output < outputs; output++) {
                gradient[biasAt + output] += dy[row * outputs + output];
            }
        }
    }

    /** Adds the loss's gradient by x, as {@link #back(MatrixKernels, float[], float[], float[], int, int)} does. */
    public void back(MatrixKernels kernels, float[] transposed, float[] dy, float[] dx, int rows) {
        back(kernels, transposed, dy, dx, rows, inputs);
    }

    /**
     * Adds the loss's gradient by the first columns of x, {@code dx += dy W^T}.
     *
     * @param transposed what {@link #transpose} wrote
     */
    public void back(MatrixKernels kernels, float[] transposed, float[] dy, float[] dx, int rows, int columns) {
        kernels.multiplyAdd(dy, 0, outputs, 1, transposed, weightAt, inputs, dx, 0, inputs, rows, outputs, columns);
    }

    /** Writes W^T to where W lies in the other array: made once a step, whatever number of tasks go {@link #back}. */
    public void transpose(float[] weights, float[] transposed) {
        for (int input = 0; input < inputs; input++) {
            for (int output = 0; output < outputs; output++) {
                transposed[weightAt + output * inputs + input] = weights[weightAt + input * outputs + output];
            }
        }
    }
}
