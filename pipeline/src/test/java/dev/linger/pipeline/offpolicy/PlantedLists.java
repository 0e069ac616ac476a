package dev.linger.pipeline.offpolicy;

import dev.linger.data.DailyStats;
import dev.linger.data.Draws;
import dev.linger.data.Id;
import dev.linger.data.IdIndex;
import dev.linger.data.ItemTable;
import dev.linger.data.RankedList;
import dev.linger.data.Seed;
import dev.linger.data.SideTables;
import dev.linger.data.UserTable;
import dev.linger.recommender.filter.Blocks;
import dev.linger.recommender.order.OrderContext;
import dev.linger.recommender.order.Orderer;
import dev.linger.recommender.order.OrdererParts;
import dev.linger.recommender.order.PlackettLuceConfig;
import dev.linger.serving.impressions.ShownList;
import dev.linger.simulation.Preset;
import dev.linger.simulation.world.Life;
import dev.linger.simulation.world.LivingWorld;
import dev.linger.simulation.world.PlantedModel;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Requests in a planted world of one step, where tastes are fixed: each is of a user at random, who remembers no list before, with
 * candidates at random that two policies score, the one that serves with larger errors than the target, and draw from. A topic may
 * tire within a list.
 */
final class PlantedLists {
    private static final int CANDIDATES = 20;
    private static final double RATIO_CAP = 5;

    /** The orderer looks at scores alone. */
    private static final OrdererParts NO_PARTS = new OrdererParts(
            new SideTables(
                    IdIndex.of("user", LongStream.of(0)),
                    IdIndex.of("video", LongStream.of(0)),
                    new UserTable(1, List.of()),
                    new ItemTable(new int[] {ItemTable.UNKNOWN_DAY}, new float[] {Float.NaN}, List.of()),
                    DailyStats.empty(1),
                    ZoneId.of("UTC")),
            Optional.empty());

    private final Seed seed;
    private final PlantedModel model;
    private final Life life;
    private final LivingWorld world;
    private final int places;
    private final Orderer served;
    private final Orderer target;

    /** One request: what each policy makes of the candidates. */
    record Request(int user, RankedList toServed, RankedList toTarget) {}

    /** @param fatigue by how much a topic that the last three plays had lowers the pull of one more */
    PlantedLists(long number, int places, double fatigue) {
        this.seed = new Seed(number);
        this.model = PlantedModel.draw(Preset.TOPICS.design(1), seed);
        this.life = new Life(0, fatigue, 3, 0, 1, 0, 0, 0);
        this.world = new LivingWorld(model, life, seed.derive("life"));
        this.places = places;
        this.served = orderer(1);
        this.target = orderer(0.8);
    }

    private Orderer orderer(double temperature) {
        return new PlackettLuceConfig(places, CANDIDATES, temperature).create(NO_PARTS);
    }

    List<Request> requests(String name, int count) {
        int[] videos = IntStream.range(0, world.videoCount()).toArray();
        Draws draws = new Draws(seed.stream(name));
        return IntStream.range(0, count)
                .mapToObj(at -> {
                    int user = draws.below(world.userCount());
                    int[] candidates = draws.sample(videos, CANDIDATES);
                    double[] errors = IntStream.range(0, CANDIDATES)
                            .mapToDouble(candidate -> draws.gaussian())
                            .toArray();
                    return new Request(
                            user, scored(user, candidates, 0.7, errors), scored(user, candidates, 0.2, errors));
                })
                .toList();
    }

    private RankedList scored(int user, int[] candidates, double spread, double[] errors) {
        double[] scores = IntStream.range(0, candidates.length)
                .mapToDouble(at -> world.pull(user, candidates[at]) + spread * errors[at])
                .toArray();
        return RankedList.byScore(user, candidates, scores);
    }

    /** What the target would bring by place and request, the mean of so many lists each. */
    double truth(List<Request> requests, int draws) {
        double sum = 0;
        for (int at = 0; at < requests.size(); at++) {
            for (int draw = 0; draw < draws; draw++) {
                int[] list = list(target, requests.get(at).toTarget(), "truth " + at + " " + draw);
                sum += Arrays.stream(rewards(requests.get(at).user(), list)).sum() / places;
            }
        }
        return sum / requests.size() / draws;
    }

    private int[] list(Orderer orderer, RankedList scored, String name) {
        return orderer.order(scored, OrderContext.UNKNOWN.with(seed.derive(name)))
                .top(places)
                .items();
    }

    private double[] rewards(int user, int[] list) {
        LivingWorld asBefore = life.fatigue() == 0 ? world : new LivingWorld(model, life, seed.derive("life"));
        return Arrays.stream(list)
                .mapToDouble(video -> Math.min(
                        RATIO_CAP,
                        (double) asBefore.playMillis(user, video)
                                / world.video(video).durationMillis()))
                .toArray();
    }

    /** The lists that are served, as the target sees them. */
    List<WeighedList> served(List<Request> requests) {
        int[] numbers = requests.stream().mapToInt(Request::user).distinct().toArray();
        List<ServedList> lists = IntStream.range(0, requests.size())
                .mapToObj(at -> serve(
                        requests.get(at),
                        at,
                        IntStream.range(0, numbers.length)
                                .filter(number ->
                                        numbers[number] == requests.get(at).user())
                                .findFirst()
                                .orElseThrow()))
                .toList();
        RewardModel model = new RewardModel(lists);
        return IntStream.range(0, lists.size())
                .mapToObj(at -> weigh(lists.get(at), requests.get(at), at, model))
                .toList();
    }

    private ServedList serve(Request request, int at, int user) {
        int[] list = list(served, request.toServed(), "served " + at);
        double[] propensities = served.propensities(request.toServed(), OrderContext.UNKNOWN, list);
        return new ServedList(
                user,
                new ShownList(Id.of(request.user()), at, Set.of(), Blocks.NONE, ids(list), propensities),
                rewards(request.user(), list));
    }

    private WeighedList weigh(ServedList list, Request request, int at, RewardModel model) {
        double[] direct = new double[places];
        for (int draw = 0; draw < TargetReplay.DRAWN_LISTS; draw++) {
            int[] drawn = list(target, request.toTarget(), "target " + at + " " + draw);
            double[] predicted = model.predict(list.user(), ids(drawn));
            for (int place = 0; place < places; place++) {
                direct[place] += predicted[place] / TargetReplay.DRAWN_LISTS;
            }
        }
        int[] shown =
                list.videos().stream().mapToInt(video -> (int) video.number()).toArray();
        return new WeighedList(
                list.user(),
                WeighedList.weights(
                        target.propensities(request.toTarget(), OrderContext.UNKNOWN, shown),
                        list.shown().propensities()),
                list.rewards(),
                model.predict(list.user(), list.videos()),
                direct);
    }

    private static List<Id> ids(int[] items) {
        return Arrays.stream(items).mapToObj(Id::of).toList();
    }
}
