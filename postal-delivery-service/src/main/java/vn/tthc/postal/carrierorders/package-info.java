/** Orders to carriers: one per item, kept until the carrier has it, repeated within bounds, then left to a person. */
@NullMarked
package vn.tthc.postal.carrierorders;

import org.jspecify.annotations.NullMarked;
