package dev.linger.neural.sequence;

import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.neural.Histories;
import dev.linger.neural.net.Dense;
import dev.linger.neural.net.Gather;
import dev.linger.neural.net.MatrixKernels;
import dev.linger.neural.net.Network;
import dev.linger.neural.net.Training;
import dev.linger.neural.net.Transformer;
import dev.linger.neural.net.UnitRows;
import dev.linger.neural.retrieval.UserSide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Trains a transformer window by window: each play that was drawn is predicted by the output of the token before it. */
final class SequencesInTraining implements UserSide {
    /** A batch is cut into parts of so many windows: the result depends on it, and not on the number of threads. */
    private static final int PART = 8;

    private final SequenceModel model;
    private final Network network;
    private final Dense last;
    private final Histories plays;
    private final Windows windows;
    private final Training training;
    private final List<Part> parts = new ArrayList<>();

    SequencesInTraining(SequenceModel model, Histories plays, Training training) {
        this.model = model;
        this.network = model.network();
        this.last = model.last();
        this.plays = plays;
        this.windows = new Windows(plays, model.mostTokens());
        this.training = training;
    }

    @Override
    public List<int[]> batches(int[] drawn, int size, SplittableRandom random) {
        return windows.batches(drawn, size, random);
    }

    /** Where each window begins in a batch, and the end of the batch. */
    private int[] windowStarts(int[] batch) {
        int[] starts = new int[batch.length + 1];
        int count = 0;
        for (int at = 0; at < batch.length; at++) {
            if (at == 0 || windows.startOf(batch[at]) != windows.startOf(batch[at - 1])) {
                starts[count++] = at;
            }
        }
        starts[count] = batch.length;
        return Arrays.copyOf(starts, count + 1);
    }

    @Override
    public void forward(int[] batch, float[] vectors, Seed seed, Workers workers) {
        int[] starts = windowStarts(batch);
        int count = starts.length - 1;
        while (parts.size() < Workers.blockCount(count, PART)) {
            parts.add(new Part(training.newGradient()));
        }
        model.transformer().transpose(network.weights(), training.transposed());
        last.transpose(network.weights(), training.transposed());
        workers.forBlocks(count, PART, () -> parts, (all, block, from, to) -> all.get(block)
                .forward(batch, starts, from, to, vectors, seed.stream("part " + block)));
    }

    @Override
    public void backward(int[] batch, float[] vectors, float[] gradient, Workers workers) {
        int[] starts = windowStarts(batch);
        int count = starts.length - 1;
        workers.forBlocks(count, PART, () -> parts, (all, block, from, to) -> all.get(block)
                .backward(starts[from], starts[to], vectors, gradient));
        for (Part part : parts.subList(0, Workers.blockCount(count, PART))) {
            training.touched(part.gather.touches(), part.pass.inputGradient());
        }
    }

    /** Room for some windows. */
    private final class Part {
        private final Transformer.Pass pass = model.transformer().new Pass(MatrixKernels.chosen(), PART);
        private final SequenceModel.Sequence sequence = model.new Sequence(plays);
        private final Gather gather = new Gather(network, sequence);
        private final int[] start = new int[PART + 1];
        private final float[] gradient;
        private int sequences;
        /** Of each play that is predicted the token whose output predicts it. */
        private int[] token = new int[0];

        private float[] outputs = new float[0];
        private float[] projected = new float[0];
        private float[] projectedGradient = new float[0];

        Part(float[] gradient) {
            this.gradient = gradient;
        }

        void forward(int[] batch, int[] starts, int from, int to, float[] vectors, SplittableRandom random) {
            int first = starts[from];
            int examples = starts[to] - first;
            room(examples);
            gather.start();
            sequences = to - from;
            for (int window = from; window < to; window++) {
                int begin = windows.startOf(batch[starts[window]]);
                int base = start[window - from];
                int tokens = 1 + batch[starts[window + 1] - 1] - begin;
                int user = windows.userOf(begin);
                sequence.goTo(user, begin, plays.start()[user]);
                sequence.fill(gather, pass.input(), base, tokens);
                for (int at = starts[window]; at < starts[window + 1]; at++) {
                    token[at - first] = base + batch[at] - begin;
                }
                start[window - from + 1] = base + tokens;
            }
            pass.forward(network.weights(), start, sequences, random);
            int width = sequence.width();
            for (int at = 0; at < examples; at++) {
                System.arraycopy(pass.output(), token[at] * width, outputs, at * width, width);
            }
            last.forward(MatrixKernels.chosen(), network.weights(), outputs, projected, examples);
            UnitRows.forward(projected, vectors, first * last.outputs(), examples, last.outputs());
        }

        private void room(int examples) {
            if (token.length < examples) {
                token = new int[examples];
                outputs = new float[examples * sequence.width()];
                projected = new float[examples * last.outputs()];
                projectedGradient = new float[examples * last.outputs()];
            }
        }

        void backward(int first, int end, float[] vectors, float[] vectorGradient) {
            int examples = end - first;
            int width = sequence.width();
            UnitRows.back(
                    projected,
                    vectors,
                    vectorGradient,
                    first * last.outputs(),
                    projectedGradient,
                    examples,
                    last.outputs());
            last.gradients(MatrixKernels.chosen(), outputs, projectedGradient, gradient, examples);
            Arrays.fill(outputs, 0, examples * width, 0);
            last.back(MatrixKernels.chosen(), training.transposed(), projectedGradient, outputs, examples);
            Arrays.fill(pass.outputGradient(), 0, start[sequences] * width, 0);
            for (int at = 0; at < examples; at++) {
                System.arraycopy(outputs, at * width, pass.outputGradient(), token[at] * width, width);
            }
            pass.backward(network.weights(), training.transposed(), gradient, start, sequences);
        }
    }
}
