/** Money of the post: postage by tariff, fees collected for agencies and passed on, and the day's reconciliation. */
@NullMarked
package vn.tthc.postal.money;

import org.jspecify.annotations.NullMarked;
