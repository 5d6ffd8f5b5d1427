/** The published contract of events under {@code docs/events}: made from the records, guarded against breaking. */
package vn.tthc.platform.event.published;
