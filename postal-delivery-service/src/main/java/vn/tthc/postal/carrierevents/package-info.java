/** What carriers tell: signed, kept when it cannot be understood, and made scans when it can. */
@NullMarked
package vn.tthc.postal.carrierevents;

import org.jspecify.annotations.NullMarked;
