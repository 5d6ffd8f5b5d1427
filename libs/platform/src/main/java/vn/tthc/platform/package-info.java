/** What no service owns: the event log, the relay, consumers, documents, personal data, web, access. */
@NullMarked
package vn.tthc.platform;

import org.jspecify.annotations.NullMarked;
