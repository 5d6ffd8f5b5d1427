package vn.tthc.postal.scans;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * One of many scans.
 *
 * @param item what is printed on the item, or the item's id
 * @param scan the scan
 */
record BatchScan(
        @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z-]*")
        String item,

        @NotNull @Valid ScanRequest scan) {}
