package vn.tthc.platform.blob;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeType;
import org.springframework.util.MimeTypeUtils;

/** The kinds of file that are taken, told by how their content begins and never by their name. */
public enum BlobKind {
    PDF("application/pdf", "pdf", "255044462d"),
    PNG("image/png", "png", "89504e470d0a1a0a"),
    JPEG("image/jpeg", "jpg", "ffd8ff");

    private static final int LONGEST_START = 8;

    private final String mediaType;
    private final String extension;
    private final String start;

    /** The first bytes in hexadecimal. */
    BlobKind(String mediaType, String extension, String start) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.start = start;
    }

    /** Its media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** What the name of such a file ends with, without the dot. */
    public String extension() {
        return extension;
    }

    /** The kind a media type names, whatever its parameters and the case of its letters. */
    public static Optional<BlobKind> ofMediaType(String mediaType) {
        try {
            MimeType type = MimeTypeUtils.parseMimeType(mediaType);
            String plain = type.getType() + "/" + type.getSubtype();
            return Arrays.stream(values())
                    .filter(kind -> kind.mediaType.equalsIgnoreCase(plain))
                    .findFirst();
        } catch (InvalidMimeTypeException e) {
            return Optional.empty();
        }
    }

    /** The kind of a content, by its first bytes. */
    static Optional<BlobKind> ofContent(byte[] head) {
        String begins = HexFormat.of().formatHex(head, 0, Math.min(head.length, LONGEST_START));
        return Arrays.stream(values())
                .filter(kind -> begins.startsWith(kind.start))
                .findFirst();
    }
}
