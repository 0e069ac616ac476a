package dev.linger.spark;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Clusters of this machine, of two processes of one core each. */
final class Clusters {
    private Clusters() {}

    /** @param settings of Spark, beside those of a test */
    static JavaSparkContext start(Map<String, String> settings) {
        SparkConf conf = new SparkConf()
                .setAppName("linger-test")
                .setMaster("local-cluster[2,1,1024]")
                .set("spark.ui.enabled", "false")
                .set("spark.files.maxPartitionBytes", "2m")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.executor.extraClassPath", System.getProperty("java.class.path"));
        settings.forEach(conf::set);
        JavaSparkContext spark = new JavaSparkContext(conf);
        spark.setLogLevel("ERROR");
        return spark;
    }
}
