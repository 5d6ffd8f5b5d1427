package vn.tthc.platform.blob;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much of files is taken.
 *
 * @param maxBytes longest content
 * @param uploads so many may come at once; each takes a few hundred kilobytes of memory, however long it is
 * @param uploadTime so long may one take
 * @param keepFree so much room on the disk is left to the events, which share it
 */
@ConfigurationProperties("tthc.blobs")
public record BlobSettings(
        @DefaultValue("20MB") DataSize maxBytes,
        @DefaultValue("16") int uploads,
        @DefaultValue("2m") Duration uploadTime,
        @DefaultValue("256MB") DataSize keepFree) {}
