/** What is done about carriers without being asked: orders sent, silent items asked about, kept events tried again. */
@NullMarked
package vn.tthc.postal.carrierwork;

import org.jspecify.annotations.NullMarked;
