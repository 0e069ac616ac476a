package dev.linger.serving.models;

import dev.linger.data.Id;
import dev.linger.data.InputException;
import dev.linger.recommender.live.LiveVideo;
import dev.linger.serving.store.PlayStore;
import dev.linger.serving.store.ReceivedPlay;
import java.util.List;
import java.util.Set;

/**
 * Whether ids are numbers or texts. All models of a server, and all plays and videos of its store, have ids of the same kinds:
 * else the plays of one would be those of strangers to another.
 *
 * @param users whether ids of users are texts
 * @param videos whether ids of videos are texts
 */
record IdKinds(boolean users, boolean videos) {
    static IdKinds of(ServedModel model) {
        return new IdKinds(
                model.tables().users().isText(), model.tables().items().isText());
    }

    /** @throws InputException where a model has ids of other kinds than another */
    void requireSame(ServedModel other, String name) {
        IdKinds kinds = of(other);
        if (!kinds.equals(this)) {
            throw new InputException("the ids of " + other.name() + " are " + kinds + ", but those of " + name + " are "
                    + this + "; such models cannot be of one server");
        }
    }

    /** @throws InputException where the store cannot keep such ids */
    void requireRoom(PlayStore store) {
        if ((users || videos) && !store.takesTexts()) {
            throw new InputException(
                    "the ids of the model are " + this + ", and the folder of plays was begun by an earlier"
                            + " Linger, which kept numbers only; give the server another --data-dir");
        }
    }

    /** @throws InputException where plays have ids of other kinds */
    void requireSame(List<ReceivedPlay> plays) {
        for (ReceivedPlay play : plays) {
            if (play.userId().isText() != users || play.itemId().isText() != videos) {
                throw otherKind("a play of user " + play.userId() + " and video " + play.itemId());
            }
        }
    }

    /** @throws InputException where videos have ids of another kind */
    void requireSameVideos(List<LiveVideo> uploaded) {
        for (LiveVideo video : uploaded) {
            if (video.id().isText() != videos) {
                throw otherKind("video " + video.id());
            }
        }
    }

    /** @throws InputException where users have ids of another kind */
    void requireSameUsers(Set<Id> blocking) {
        for (Id user : blocking) {
            if (user.isText() != users) {
                throw otherKind("what user " + user + " blocks");
            }
        }
    }

    private InputException otherKind(String what) {
        return new InputException("the folder of plays holds " + what + ", but the ids of the model are " + this
                + "; give the server another --data-dir, or a model that was fitted to such ids");
    }

    @Override
    public String toString() {
        return users == videos
                ? users ? "texts" : "numbers"
                : users ? "texts of users and numbers of videos" : "numbers of users and texts of videos";
    }
}
