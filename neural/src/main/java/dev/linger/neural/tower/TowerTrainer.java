package dev.linger.neural.tower;

import dev.linger.candidates.FitContext;
import dev.linger.data.InputException;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.neural.Histories;
import dev.linger.neural.net.Adam;
import dev.linger.neural.net.Gather;
import dev.linger.neural.net.InBatchSoftmax;
import dev.linger.neural.net.Inputs;
import dev.linger.neural.net.MatrixKernels;
import dev.linger.neural.net.Mlp;
import dev.linger.neural.net.Training;
import dev.linger.neural.net.UnitRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Trains {@link Towers} on liked plays: each by what was known just before it. */
final class TowerTrainer {
    /** A batch is cut into parts of so many examples: the result depends on it, and not on the number of threads. */
    private static final int PART = 64;

    private final TwoTowerConfig config;
    private final FitContext context;
    private final Histories plays;
    private final float[] statistics;
    private final LikedPlays liked;
    private final int[] userOf;

    /** @param statistics of the video of each row of the log before it */
    TowerTrainer(TwoTowerConfig config, FitContext context, Histories plays, float[] statistics) {
        this.config = config;
        this.context = context;
        this.plays = plays;
        this.statistics = statistics;
        this.liked = new LikedPlays(plays, context.itemCount(), config, context.cutMillis());
        this.userOf = new int[plays.size()];
        for (int user = 0; user < plays.userCount(); user++) {
            Arrays.fill(userOf, plays.start()[user], plays.start()[user + 1], user);
        }
    }

    /**
     * Trains one pair of towers.
     *
     * @param seed of the start values and of all that is drawn
     * @param losses where the mean loss of each epoch is added
     * @throws InputException where the loss is no number any more
     */
    Towers train(Seed seed, double[] losses, Progress.Task task) {
        Towers towers = new Towers(config, context.tables());
        towers.network().start(seed.stream("start"));
        Run run = new Run(towers, seed);
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            losses[epoch] += run.epoch(liked.draw(seed.stream("epoch " + epoch)), epoch);
            task.advance(1);
        }
        forgetUnseen(towers);
        return towers;
    }

    /** The vectors of videos without plays are noise from the start values. */
    private void forgetUnseen(Towers towers) {
        boolean[] isPlayed = new boolean[context.itemCount()];
        for (int item : plays.item()) {
            isPlayed[item] = true;
        }
        for (int item = 0; item < isPlayed.length; item++) {
            if (!isPlayed[item]) {
                towers.network().table(towers.itemInputs().idTable()).clear(item);
            }
        }
    }

    /** One training from its first batch to its last. */
    private final class Run {
        private final Towers towers;
        private final Seed seed;
        private final Training training;
        private final InBatchSoftmax softmax;
        private final List<Part> parts = new ArrayList<>();

        Run(Towers towers, Seed seed) {
            this.towers = towers;
            this.seed = seed;
            this.training = new Training(towers.network(), new Adam(config.learningRate()));
            this.softmax = new InBatchSoftmax(
                    MatrixKernels.chosen(), config.batchSize(), towers.width(), config.temperature());
            for (int from = 0; from < config.batchSize(); from += PART) {
                parts.add(new Part(towers, training.newGradient()));
            }
        }

        /** Learns from the plays of an epoch, and returns the mean loss of its batches. */
        double epoch(int[] drawn, int epoch) {
            double sum = 0;
            int batches = Workers.blockCount(drawn.length, config.batchSize());
            for (int batch = 0; batch < batches; batch++) {
                int from = batch * config.batchSize();
                sum += step(drawn, from, Math.min(drawn.length, from + config.batchSize()));
                if (!Double.isFinite(sum)) {
                    throw new InputException("two-tower: the loss is no number any more in epoch " + (epoch + 1)
                            + " with learningRate " + config.learningRate()
                            + ". Give a smaller learningRate, or a larger temperature than " + config.temperature()
                            + ".");
                }
            }
            return batches == 0 ? 0 : sum / batches;
        }

        private double step(int[] drawn, int first, int end) {
            Workers workers = context.workers();
            int count = end - first;
            int step = training.steps();
            towers.userTower().transpose(towers.network().weights(), training.transposed());
            towers.itemTower().transpose(towers.network().weights(), training.transposed());
            workers.forBlocks(count, PART, () -> parts, (all, block, from, to) -> all.get(block)
                    .forward(drawn, first, from, to, seed.stream("dropout " + step + " " + block), softmax));
            int[] item = new int[count];
            float[] logOfShare = new float[count];
            for (int at = 0; at < count; at++) {
                item[at] = plays.item()[drawn[first + at]];
                logOfShare[at] = liked.logOfShare(item[at]);
            }
            double loss = softmax.loss(count, item, logOfShare, workers);
            workers.forBlocks(count, PART, () -> parts, (all, block, from, to) -> all.get(block)
                    .backward(from, to, softmax, training));
            for (Part part : parts.subList(0, Workers.blockCount(count, PART))) {
                training.touched(part.users.touches(), part.user.inputGradient());
                training.touched(part.items.touches(), part.item.inputGradient());
            }
            training.step(workers);
            return loss;
        }
    }

    /** The room of a part of a batch. */
    private final class Part {
        private final Towers towers;
        private final float[] gradient;
        private final Mlp.Pass user;
        private final Mlp.Pass item;
        private final Gather users;
        private final Gather items;

        Part(Towers towers, float[] gradient) {
            this.towers = towers;
            this.gradient = gradient;
            this.user = towers.userTower().new Pass(MatrixKernels.chosen(), PART);
            this.item = towers.itemTower().new Pass(MatrixKernels.chosen(), PART);
            this.users =
                    new Gather(towers.network(), Inputs.of(towers.userInputs().width(), this::describeUser));
            this.items =
                    new Gather(towers.network(), Inputs.of(towers.itemInputs().width(), this::describeItem));
        }

        private void describeUser(int play, Inputs.Sink sink) {
            int of = userOf[play];
            towers.userInputs().describe(of, plays, plays.start()[of], play, sink);
        }

        private void describeItem(int play, Inputs.Sink sink) {
            int day =
                    InteractionLog.dayOf(plays.millis()[play], context.tables().zone());
            towers.itemInputs().describe(plays.item()[play], day, statistics, plays.row()[play], sink);
        }

        void forward(int[] drawn, int first, int from, int to, SplittableRandom random, InBatchSoftmax softmax) {
            users.start();
            items.start();
            for (int at = from; at < to; at++) {
                users.input(
                        drawn[first + at],
                        user.input(),
                        (at - from) * towers.userInputs().width());
                items.input(
                        drawn[first + at],
                        item.input(),
                        (at - from) * towers.itemInputs().width());
            }
            float[] weights = towers.network().weights();
            user.forward(weights, to - from, random);
            item.forward(weights, to - from, random);
            int width = towers.width();
            UnitRows.forward(user.output(), softmax.users(), from * width, to - from, width);
            UnitRows.forward(item.output(), softmax.items(), from * width, to - from, width);
        }

        void backward(int from, int to, InBatchSoftmax softmax, Training training) {
            int width = towers.width();
            UnitRows.back(
                    user.output(),
                    softmax.users(),
                    softmax.userGradient(),
                    from * width,
                    user.outputGradient(),
                    to - from,
                    width);
            UnitRows.back(
                    item.output(),
                    softmax.items(),
                    softmax.itemGradient(),
                    from * width,
                    item.outputGradient(),
                    to - from,
                    width);
            user.backward(training.transposed(), gradient, to - from);
            item.backward(training.transposed(), gradient, to - from);
        }
    }
}
