package dev.linger.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Clusters of this machine, of two processes of one core each. */
final class Clusters {
    private Clusters() {}

    static JavaSparkContext start() {
        SparkConf conf = new SparkConf()
                .setAppName("linger-test")
                .setMaster("local-cluster[2,1,1024]")
                .set("spark.ui.enabled", "false")
                .set("spark.files.maxPartitionBytes", "2m")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        JavaSparkContext spark = new JavaSparkContext(conf);
        spark.setLogLevel("ERROR");
        return spark;
    }
}
