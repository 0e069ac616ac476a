package dev.linger.spark.read;

import dev.linger.data.csv.SourceFile;
import dev.linger.data.csv.StoredBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/**
 * A file that every machine of a cluster sees, at a path that its Hadoop knows.
 *
 * @param uri such as {@code hdfs://host/folder/name} or {@code file:///folder/name}
 * @param bytes how many it has
 */
record StoredFile(URI uri, long bytes) implements StoredBytes, Serializable {
    private static final long serialVersionUID = 1;

    /** The same to readers of rows. */
    SourceFile file() {
        return SourceFile.stored(this, new Path(uri).getName(), bytes);
    }

    /** Whether this machine sees a file or a folder. */
    static boolean isSeen(URI uri) {
        try {
            Path path = new Path(uri);
            return fileSystem(path).exists(path);
        } catch (IOException unseen) {
            return false;
        }
    }

    @Override
    public InputStream open(long from) throws IOException {
        FSDataInputStream opened = fileSystem().open(new Path(uri));
        try {
            opened.seek(Math.min(from, bytes));
        } catch (IOException failure) {
            opened.close();
            throw failure;
        }
        return opened;
    }

    private FileSystem fileSystem() throws IOException {
        return fileSystem(new Path(uri));
    }

    private static FileSystem fileSystem(Path path) throws IOException {
        return path.getFileSystem(
                SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()));
    }
}
