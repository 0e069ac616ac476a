package dev.linger.data.parquet;

import io.airlift.compress.lz4.Lz4Decompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Unpacks pages in Java: Snappy, gzip, Zstandard and LZ4 (raw). Linger packs none. */
final class PageCodecs implements CompressionCodecFactory {
    /** A page has a megabyte as a rule; what claims more than this is damaged. */
    private static final int LARGEST_PAGE = 1 << 30;

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Pages((packed, length) -> packed);
            case SNAPPY -> new Pages(SnappyBlock::unpacked);
            case GZIP -> new Pages(PageCodecs::gunzipped);
            case ZSTD ->
                new Pages((packed, length) -> {
                    byte[] page = new byte[length];
                    int filled = new ZstdDecompressor().decompress(packed, 0, packed.length, page, 0, length);
                    return whole(page, filled);
                });
            case LZ4_RAW ->
                new Pages((packed, length) -> {
                    byte[] page = new byte[length];
                    int filled = new Lz4Decompressor().decompress(packed, 0, packed.length, page, 0, length);
                    return whole(page, filled);
                });
            case LZO, BROTLI, LZ4 -> throw new UnknownCodecException(codec.name());
        };
    }

    private static byte[] gunzipped(byte[] packed, int length) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] page = in.readNBytes(length);
            if (in.read() >= 0) {
                throw new IOException("a page is of another length than its header says");
            }
            return whole(page, length);
        }
    }

    /** A page all of which was filled. */
    private static byte[] whole(byte[] page, int filled) throws IOException {
        if (filled != page.length) {
            throw new IOException("a page is of another length than its header says");
        }
        return page;
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("nothing is packed");
    }

    @Override
    public void release() {
        // nothing is kept
    }

    /** A codec that is not read. */
    static final class UnknownCodecException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private UnknownCodecException(String codec) {
            super(codec);
        }
    }

    @FunctionalInterface
    private interface Codec {
        byte[] unpacked(byte[] packed, int length) throws IOException;
    }

    private record Pages(Codec codec) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput packed, int length) throws IOException {
            if (length < 0 || length > LARGEST_PAGE) {
                throw new IOException("a page claims " + length + " bytes");
            }
            byte[] page = codec.unpacked(packed.toInputStream().readAllBytes(), length);
            return BytesInput.from(whole(page, length));
        }

        /** For memory outside of the heap, which readers here do not use. */
        @Override
        public void decompress(ByteBuffer packed, int packedLength, ByteBuffer page, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release() {
            // nothing is kept
        }
    }
}
