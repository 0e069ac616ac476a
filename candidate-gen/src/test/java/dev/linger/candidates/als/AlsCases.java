package dev.linger.candidates.als;

import dev.linger.candidates.PairPlays;
import dev.linger.candidates.Plays;
import dev.linger.candidates.RepeatRule;
import dev.linger.candidates.WithheldPairs;
import dev.linger.data.InteractionLog;
import dev.linger.data.Progress;
import dev.linger.data.Seed;
import dev.linger.data.Workers;
import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Settings and small logs that the tests of ALS share. */
final class AlsCases {
    static final int USERS = 70;
    static final int ITEMS = 45;
    static final Weighting WATCH_RATIO = new Weighting.WatchRatio(3, 2);
    static final Weighting SKIP_AWARE = new Weighting.SkipAware(4, 2.5, 1, 0.4, 0.7);

    static final Weighting DEBIASED = new Weighting.Debiased(1, 0.6, 3);

    private AlsCases() {}

    /** All weightings, with and without decay (the log lasts 0.01 days), every power and repeat rule, factor counts around the kernel's step of four. */
    static Stream<AlsConfig> exact() {
        AlsConfig.Solver solver = AlsConfig.Solver.CHOLESKY;
        return Stream.of(
                new AlsConfig(1, WATCH_RATIO, RepeatRule.SUM, 0, 1, 0.1, 0, 4, solver, 1),
                new AlsConfig(3, WATCH_RATIO, RepeatRule.MAX, 0, 0.2, 0.5, 1, 4, solver, 1),
                new AlsConfig(4, SKIP_AWARE, RepeatRule.MEAN, 0, 0.5, 2, 0.5, 4, solver, 1),
                new AlsConfig(9, SKIP_AWARE, RepeatRule.LAST, 0, 0, 1, 0, 4, solver, 1),
                new AlsConfig(16, WATCH_RATIO, RepeatRule.SUM, 0.005, 3, 0.01, 1, 4, solver, 1),
                new AlsConfig(5, DEBIASED, RepeatRule.MAX, 0, 0.3, 0.5, 0.5, 4, solver, 1));
    }

    /** The same, by conjugate gradient. */
    static Stream<AlsConfig> conjugateGradient(int steps) {
        return exact().map(config -> new AlsConfig(
                config.factorCount(),
                config.weighting(),
                config.repeatRule(),
                config.halfLifeDays(),
                config.unobservedWeight(),
                config.regularization(),
                config.regularizationPower(),
                config.iterations(),
                AlsConfig.Solver.CONJUGATE_GRADIENT,
                steps));
    }

    /** Nothing; a block with holes, of which some are observed all the same; pairs here and there. */
    static Stream<WithheldPairs> withheld() {
        return Stream.of(
                WithheldPairs.none(USERS, ITEMS),
                withheld((user, item) -> user < 30 && item >= 5 && item < 40 && (user * 7 + item) % 9 != 0),
                withheld((user, item) -> (user * 31 + item * 17) % 23 == 0));
    }

    private static WithheldPairs withheld(BiPredicate<Integer, Integer> isWithheld) {
        IntStream.Builder users = IntStream.builder();
        IntStream.Builder items = IntStream.builder();
        for (int user = 0; user < USERS; user++) {
            for (int item = 0; item < ITEMS; item++) {
                if (isWithheld.test(user, item)) {
                    users.add(user);
                    items.add(item);
                }
            }
        }
        return WithheldPairs.of(users.build().toArray(), items.build().toArray(), USERS, ITEMS);
    }

    static Stream<Arguments> withAllWithheld(Stream<Arguments> cases) {
        return cases.flatMap(each -> withheld()
                .map(withheld -> Arguments.of(Stream.concat(Arrays.stream(each.get()), Stream.of(withheld))
                        .toArray())));
    }

    static InteractionLog log() {
        return Plays.random(USERS, ITEMS, 900, 21);
    }

    static Stream<Kernels> bothKernels() {
        return Stream.of(new PlainKernels(), Kernels.vectorised());
    }

    static Stream<Arguments> withBothKernels(Stream<AlsConfig> configs) {
        return configs.flatMap(config -> bothKernels().map(kernels -> Arguments.of(config, kernels)));
    }

    static AlsModel train(InteractionLog log, AlsConfig config, int threads) {
        return train(log, config, new PlainKernels(), threads);
    }

    static AlsModel train(InteractionLog log, AlsConfig config, Kernels kernels, int threads) {
        return train(log, WithheldPairs.none(USERS, ITEMS), config, kernels, threads);
    }

    static AlsModel train(InteractionLog log, WithheldPairs withheld, AlsConfig config, Kernels kernels, int threads) {
        try (Workers workers = new Workers(threads)) {
            return AlsTrainer.train(
                    config.pairs(PairPlays.of(log, USERS, Workers.ofCaller()), ITEMS, Workers.ofCaller()),
                    withheld,
                    config,
                    new Seed(6),
                    kernels,
                    workers,
                    Progress.SILENT);
        }
    }
}
