"""The published recipe on the files of the current folder: candidates by ALS, ranked by boosted trees of the watch ratio.

arguments: rounds of the trees

As configs/recipes/plain-als-lightgbm.json: one cut in time with the last fifth of the plays behind it; ALS on all plays before
it; trees on those of the last three fifths of the time before it, with columns of the user, of the video, and of the video's
day before; 300 candidates a user, ranked; NDCG@10 and Recall@50 of unseen videos watched for longer than they last, with what the
trees have over the order of ALS and its interval over resampled users, and over popularity; the same of the videos that users
were shown, and of the full matrix; the mean absolute error of the ratios. The lists and both models are written to files.
"""

import sys

import lightgbm
import numpy as np
import pandas as pd
from implicit.cpu.als import AlternatingLeastSquares
from lines import fact
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

DAY = 86_400
RATES = {
    "play_per_show": ("play_cnt", "show_cnt"),
    "like_per_play": ("like_cnt", "play_cnt"),
    "completion": ("complete_play_cnt", "play_cnt"),
    "valid_play_rate": ("valid_play_cnt", "play_cnt"),
    "long_play_rate": ("long_time_play_cnt", "play_cnt"),
    "short_play_rate": ("short_time_play_cnt", "play_cnt"),
    "comment_per_play": ("comment_cnt", "play_cnt"),
    "share_per_play": ("share_cnt", "play_cnt"),
    "follow_per_play": ("follow_cnt", "play_cnt"),
}


def read_plays():
    columns = ["user_id", "video_id", "play_duration", "video_duration", "timestamp"]
    plays = pd.read_csv("big_matrix.csv", usecols=columns).drop_duplicates()
    plays = plays[plays.timestamp.notna() & plays.video_duration.between(1, 3_600_000)]
    plays = plays[plays.play_duration.between(0, 2**31 - 1)]
    plays = plays.sort_values(["timestamp", "user_id", "video_id"], ignore_index=True)
    plays["ratio"] = plays.play_duration / plays.video_duration
    plays["day"] = ((plays.timestamp + 8 * 3_600) // DAY).astype("int64")  # days of Shanghai
    return plays


def read_matrix():
    matrix = pd.read_csv("small_matrix.csv", usecols=["user_id", "video_id", "play_duration", "video_duration"])
    matrix = matrix[matrix.video_duration.between(1, 3_600_000) & matrix.play_duration.between(0, 2**31 - 1)]
    return matrix.assign(ratio=matrix.play_duration / matrix.video_duration)


def read_users():
    users = pd.read_csv("user_features.csv").set_index("user_id")
    return as_numbers(users)


def read_items():
    """What is said of a video on its last day, its tags and its categories; and the rates of each of its days."""
    text = ["author_id", "video_type", "upload_type", "music_id", "video_tag_id"]
    counts = sorted({name for pair in RATES.values() for name in pair})
    numbers = ["video_duration", "video_width", "video_height", "play_duration", "play_progress"]
    daily = pd.read_csv("item_daily_features.csv", usecols=["video_id", "date", "upload_dt"] + text + numbers + counts)
    daily["day"] = days(pd.to_datetime(daily.date, format="%Y%m%d"))
    daily = daily.sort_values("day", ignore_index=True)
    items = daily.groupby("video_id")[text + numbers[:3] + ["upload_dt"]].last()
    items["upload_day"] = days(pd.to_datetime(items.pop("upload_dt")))
    tags = pd.read_csv("item_categories.csv").set_index("video_id").feat.str.strip("[]").str.split(",")
    items["tag_count"] = tags.str.len()
    for tag in range(4):
        items[f"tag_{tag + 1}"] = pd.to_numeric(tags.str.get(tag), errors="coerce")
    captions = pd.read_csv("kuairec_caption_category.csv", on_bad_lines="skip", engine="python")
    captions["video_id"] = pd.to_numeric(captions.video_id, errors="coerce")
    captions = captions.dropna(subset="video_id").drop_duplicates("video_id").set_index("video_id")
    items = items.join(captions[[f"{level}_level_category_id" for level in ("first", "second", "third")]])
    rates = daily[["video_id", "day"]].copy()
    for name, (of, per) in RATES.items():
        rates[name] = daily[of] / daily[per]
    rates["play_millis"] = daily.play_duration / daily.play_cnt
    rates["play_progress"] = daily.play_progress
    rates["log_shows"] = np.log1p(daily.show_cnt)
    rates["stats_day"] = daily.day
    return as_numbers(items), rates


def days(dates):
    return (dates - pd.Timestamp("1970-01-01")).dt.days


def as_numbers(table):
    """Texts as codes, unknown ones missing; which columns hold codes is remembered in the table's attribute."""
    texts = [column for column in table if not pd.api.types.is_numeric_dtype(table[column])]
    for column in texts:
        table[column] = table[column].astype("category").cat.codes
    ids = [column for column in table if column.endswith("_id") or column.startswith(("onehot", "tag_", "is_"))]
    categories = [column for column in table if column in {*texts, *ids} - {"tag_count"}]
    table[categories] = table[categories].where(table[categories] >= 0)
    table.attrs["categories"] = categories
    return table


def features(asked, users, items, rates):
    """A row for each of the pairs, as of the day before its day."""
    asked = asked[["user_id", "video_id", "day"]].reset_index(drop=True)
    asked["row"] = asked.index
    asked["before"] = asked.day - 1
    joined = pd.merge_asof(
        asked.sort_values("before"), rates.rename(columns={"day": "before"}), on="before", by="video_id"
    ).sort_values("row")
    user_rows, item_rows = users.reindex(asked.user_id), items.reindex(asked.video_id)
    columns = {name: user_rows[name].to_numpy("float32") for name in users}
    columns |= {name: item_rows[name].to_numpy("float32") for name in items if name != "upload_day"}
    columns["age_days"] = asked.day.to_numpy("float32") - item_rows.upload_day.to_numpy("float32")
    columns |= {f"daily_{name}": joined[name].to_numpy("float32") for name in rates.columns[2:-1]}
    columns["daily_stats_age_days"] = (joined.before - joined.stats_day).to_numpy("float32")
    return pd.DataFrame(columns)


def candidates(train, users, limit):
    """The best unseen videos of each of the users by factors, as pairs in the order of users and scores."""
    user_code, user_ids = pd.factorize(train.user_id, sort=True)
    item_code, item_ids = pd.factorize(train.video_id, sort=True)
    watched = csr_matrix((train.ratio.astype("float32"), (user_code, item_code)))  # sums the plays of a pair
    watched.data += 1
    model = AlternatingLeastSquares(factors=100, regularization=0.1, iterations=20, random_state=42)
    model.fit(watched, show_progress=False)
    asked = np.flatnonzero(np.isin(user_ids, users))
    ids, _ = model.recommend(asked, watched[asked], N=limit)
    model.save("../als.npz")
    return pd.DataFrame({"user_id": np.repeat(user_ids[asked], limit), "video_id": item_ids[ids.ravel()]})


def popular(train, users, limit):
    """The most played videos that each of the users has not played."""
    order = train.video_id.value_counts().index.to_numpy()
    seen = train.groupby("user_id").video_id.unique()
    nothing = np.empty(0, order.dtype)
    lists = [order[~np.isin(order, seen.get(user, nothing))][:limit] for user in users]
    return pd.DataFrame({"user_id": np.repeat(users, [len(of) for of in lists]), "video_id": np.concatenate(lists)})


def ranked(pairs, trees, day, users, items, rates):
    """The pairs in the order of the trees, as of a day."""
    scores = trees.predict(features(pairs.assign(day=day), users, items, rates))
    return pairs.assign(score=scores).sort_values(["user_id", "score"], ascending=[True, False])


def measure(ranked, relevant):
    """NDCG@10 and Recall@50 of each user to whom something is relevant."""
    ranked = ranked.merge(relevant.assign(hit=1), on=["user_id", "video_id"], how="left").fillna({"hit": 0})
    ranked["rank"] = ranked.groupby("user_id").cumcount()
    gain = ranked.hit / np.log2(ranked["rank"] + 2)
    found = pd.DataFrame(
        {
            "dcg": gain.where(ranked["rank"] < 10, 0).groupby(ranked.user_id).sum(),
            "hits": ranked.hit.where(ranked["rank"] < 50, 0).groupby(ranked.user_id).sum(),
        }
    )
    size = relevant.groupby("user_id").size()
    found = found.reindex(size.index).fillna(0)
    ideal = np.cumsum(1 / np.log2(np.arange(10) + 2))[np.minimum(size, 10) - 1]
    return pd.DataFrame({"ndcg": found.dcg / ideal, "recall": found.hits / size})


def means(measured):
    return f"{measured.ndcg.mean():.4f}, {measured.recall.mean():.4f}"


def interval(difference, resamples=1_000):
    drawn = np.random.default_rng(42).integers(0, len(difference), (resamples, len(difference)))
    low, high = np.percentile(difference.to_numpy()[drawn].mean(axis=1), [2.5, 97.5])
    return f"{difference.mean():+.4f} [{low:.4f}, {high:.4f}]"


def liked(plays):
    return plays[plays.ratio > 1][["user_id", "video_id"]].drop_duplicates()


def main():
    threadpool_limits(1, "blas")  # as implicit advises: its own threads work on users and items
    plays, users = read_plays(), read_users()
    items, rates = read_items()
    plays = plays[plays.user_id.isin(users.index) & plays.video_id.isin(items.index)].reset_index(drop=True)
    cut = plays.timestamp[int(0.8 * len(plays))]
    label_days = round((cut - plays.timestamp[int(0.32 * len(plays))]) / DAY)
    train, test = plays[plays.timestamp < cut], plays[plays.timestamp >= cut]
    labelled = train[train.timestamp >= cut - label_days * DAY]

    rows = features(labelled, users, items, rates)
    parameters = {
        "objective": "regression_l1",
        "num_leaves": 63,
        "learning_rate": 0.05,
        "feature_fraction": 0.8,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "seed": 42,
        "verbosity": -1,
    }
    categories = users.attrs["categories"] + items.attrs["categories"]
    label = labelled.ratio.clip(upper=5)
    dataset = lightgbm.Dataset(rows, label, categorical_feature=categories, params=parameters)
    trees = lightgbm.train(parameters, dataset, num_boost_round=int(sys.argv[1]))

    as_of = int((cut + 8 * 3_600) // DAY)
    by_als = candidates(train, test.user_id.unique(), 300)
    lists = ranked(by_als, trees, as_of, users, items, rates)
    lists.to_csv("../lists.csv", index=False)
    trees.save_model("../trees.txt")

    relevant = liked(test)
    relevant = relevant[relevant.video_id.isin(train.video_id) & relevant.user_id.isin(train.user_id)]
    seen = pd.MultiIndex.from_frame(train[["user_id", "video_id"]])
    relevant = relevant[~pd.MultiIndex.from_frame(relevant).isin(seen)]
    served, first = measure(lists, relevant), measure(by_als, relevant)
    most_played = measure(popular(train, test.user_id.unique(), 300), relevant)
    shown = test[["user_id", "video_id"]].drop_duplicates()
    of_shown = measure(ranked(shown, trees, as_of, users, items, rates), liked(test))
    matrix = read_matrix()
    of_matrix = measure(ranked(matrix[["user_id", "video_id"]], trees, as_of, users, items, rates), liked(matrix))
    error = np.abs(trees.predict(features(test, users, items, rates)) - test.ratio.to_numpy()).mean()

    fact("plays", f"{len(plays):,}, {len(labelled):,} of them learned from")
    fact("columns", rows.shape[1])
    fact("trees", trees.num_trees())
    fact("NDCG@10, Recall@50", means(served))
    fact("over ALS, over popularity", f"{interval(served.ndcg - first.ndcg)}, {interval(served.ndcg - most_played.ndcg)}")
    fact("shown, full matrix", f"{means(of_shown)}, {means(of_matrix)}")
    fact("mean absolute error", f"{error:.4f}")


main()
