package dev.linger.neural.regression;

import dev.linger.data.InputException;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import dev.linger.neural.net.NetworkMean;
import dev.linger.ranker.HeadQuality;
import dev.linger.ranker.Trained;
import dev.linger.ranker.TrainingContext;
import dev.linger.ranker.TrainingSet;
import dev.linger.ranker.TrainingSets;
import dev.linger.ranker.TrainingTrace;
import dev.linger.ranker.objectives.HeadConfig;
import dev.linger.ranker.objectives.Platt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Trains networks of several heads, and keeps them as they were when the loss of their mean was least on the validation rows. */
final class MultiTaskTrainer {
    private final MultiTaskConfig config;
    private final NeuralConfig of;
    private final TrainingContext context;
    private final TrainingSets.Rows rows;
    private final int all;
    private final RowCodes codes;
    private final CodedRows coded;

    MultiTaskTrainer(MultiTaskConfig config, TrainingContext context, TrainingSets sets) {
        this.config = config;
        this.of = config.network();
        this.context = context;
        this.rows = sets.single();
        this.all = rows.all().size();
        this.codes = RowCodes.of(rows.all().rows(), rows.fitRows(), of);
        this.coded = CodedRows.of(rows.all().rows(), codes);
    }

    /** The networks that stopped at their best epoch, and others that learned for as many epochs from all rows. */
    Trained train() {
        TrainingSet validation = rows.validation();
        if (validation == null) {
            if (of.patience() > 0) {
                throw new IllegalArgumentException(
                        "patience is " + of.patience() + " but there are no validation rows to look at");
            }
            List<Platt> none = config.heads().stream().map(head -> Platt.NONE).toList();
            return Trained.once(new MultiTaskRanker(config, learn(all, of.epochs(), null), none, List.of()));
        }
        MultiTaskRanker stopped = calibrated(learn(rows.fitRows(), of.epochs(), null), validation);
        return of.refit() ? new Trained(stopped, trainOnAllRows(stopped)) : Trained.once(stopped);
    }

    /** Networks that learn from all rows, as many epochs as an earlier ranker, with its calibration. */
    MultiTaskRanker trainOnAllRows(MultiTaskRanker earlier) {
        TrainingTrace trace = earlier.trainingTrace();
        return earlier.with(learn(all, Math.max(1, trace.bestRound()), trace));
    }

    /** Chances are calibrated by rows that they have not learned from. */
    private MultiTaskRanker calibrated(MultiTaskRanker.Learned learned, TrainingSet validation) {
        List<HeadConfig> heads = config.heads();
        double[] outputs = MultiTaskRanker.outputs(learned, validation.rows(), heads.size());
        List<Platt> platts = new ArrayList<>();
        List<HeadQuality> qualities = new ArrayList<>();
        for (int head = 0; head < heads.size(); head++) {
            if (!heads.get(head).isChance()) {
                platts.add(Platt.NONE);
                continue;
            }
            double[] logOdds = new double[validation.size()];
            for (int row = 0; row < logOdds.length; row++) {
                logOdds[row] = outputs[row * heads.size() + head];
            }
            float[] labels = heads.get(head).labels(validation);
            Platt platt = Platt.fit(logOdds, labels);
            platts.add(platt);
            qualities.add(platt.quality(heads.get(head).name(), logOdds, labels));
        }
        return new MultiTaskRanker(config, learned, platts, qualities);
    }

    /**
     * Trains all members.
     *
     * @param size how many rows are learned from, the first ones; the others choose the epoch
     * @param earlier the trace of an earlier training, which is kept
     */
    private MultiTaskRanker.Learned learn(int size, int epochs, @Nullable TrainingTrace earlier) {
        Target target = of.target(Arrays.copyOf(rows.all().label(), size));
        TaskLosses losses = config.losses(target, rows.all());
        int users = of.userWidth() == 0 ? 0 : mostPlusOne(rows.all().rows().user(), size);
        int items = of.itemWidth() == 0 ? 0 : mostPlusOne(rows.all().rows().item(), size);
        Seed seed = context.seed().derive(config.kind());
        List<MemberTraining> members = new ArrayList<>();
        List<RowNetwork> means = new ArrayList<>();
        for (int member = 0; member < of.members(); member++) {
            RowNetwork network = new RowNetwork(codes, users, items, of, losses.heads());
            members.add(new MemberTraining(of, network, coded, losses, seed.derive("member " + member)));
            means.add(new RowNetwork(codes, users, items, of, losses.heads()));
        }
        TrainingTrace own = epochs(members, means, losses, size, epochs);
        return new MultiTaskRanker.Learned(codes, target, users, items, means, earlier == null ? own : earlier);
    }

    private static int mostPlusOne(int[] numbers, int size) {
        return Arrays.stream(numbers, 0, size).max().orElse(-1) + 1;
    }

    /** @param means where the means of the members go, in the end those of the epoch that is kept */
    private TrainingTrace epochs(
            List<MemberTraining> members, List<RowNetwork> means, TaskLosses losses, int size, int epochs) {
        boolean choosing = size < all && of.patience() > 0;
        List<TrainingTrace.Line> lines = new ArrayList<>();
        List<NetworkMean> best = List.of();
        int bestEpoch = 0;
        double bestLoss = Double.NaN;
        try (Workers workers = new Workers(context.threads());
                Progress.Task task = context.progress().start("train " + config.kind(), "epochs", epochs)) {
            for (int epoch = 1; epoch <= epochs && !(choosing && epoch - bestEpoch > of.patience()); epoch++) {
                double train = 0;
                for (MemberTraining member : members) {
                    train += member.epoch(epoch, size, workers) / members.size();
                }
                List<NetworkMean> last =
                        members.stream().map(MemberTraining::mean).toList();
                requireFinite(train, epoch);
                set(means, last, size);
                double loss = size < all ? validate(means, losses, size, workers) : Double.NaN;
                lines.add(new TrainingTrace.Line(epoch, train, loss));
                if (bestEpoch == 0 || !choosing || loss < bestLoss) {
                    best = last;
                    bestEpoch = epoch;
                    bestLoss = loss;
                }
                task.advance(1);
            }
        }
        set(means, best, size);
        return new TrainingTrace("loss", false, bestEpoch, bestLoss, lines);
    }

    private void set(List<RowNetwork> means, List<NetworkMean> to, int size) {
        for (int member = 0; member < means.size(); member++) {
            means.get(member).network().setTo(to.get(member));
            means.get(member).forgetUnseen(coded, size);
        }
    }

    private double validate(List<RowNetwork> means, TaskLosses losses, int size, Workers workers) {
        int heads = losses.heads();
        double[] sums = new double[Workers.blockCount(all - size, MemberTraining.PART)];
        workers.forBlocks(
                all - size,
                MemberTraining.PART,
                () -> new MemberOutputs(means, coded, MemberTraining.PART),
                (outputs, block, from, to) -> {
                    outputs.read(size + from, size + to);
                    for (int row = from; row < to; row++) {
                        for (int head = 0; head < heads; head++) {
                            float output = (float) outputs.mean((row - from) * heads + head);
                            sums[block] += losses.of(head, output, size + row);
                        }
                    }
                });
        return Arrays.stream(sums).sum() / (all - size);
    }

    private void requireFinite(double loss, int epoch) {
        if (!Double.isFinite(loss)) {
            throw new InputException(config.kind() + ": the loss is no number any more in epoch " + epoch
                    + ". Give a smaller network.learningRate than " + of.learningRate() + ".");
        }
    }
}
