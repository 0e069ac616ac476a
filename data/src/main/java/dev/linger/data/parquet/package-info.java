/**
 * Tables as Apache Parquet files. In: rows of typed values, or files that Spark, pandas, DuckDB and others wrote. Out: a file
 * that they read ({@link dev.linger.data.parquet.ParquetWriter}), or rows of texts as a CSV file gives them
 * ({@link dev.linger.data.parquet.ParquetRows}). Nothing here unpacks or runs native code.
 *
 * <p>Source: the Parquet format (github.com/apache/parquet-format), by parquet-java without Hadoop.
 */
@NullMarked
package dev.linger.data.parquet;

import org.jspecify.annotations.NullMarked;
