/** Keeps every view from the topics, one event and one transaction at a time. */
@NullMarked
package vn.tthc.query.projection;

import org.jspecify.annotations.NullMarked;
