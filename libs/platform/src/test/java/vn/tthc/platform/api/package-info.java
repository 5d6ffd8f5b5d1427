/** What holds a service to its description: the document, its examples, its rules of form, and requests by chance. */
@NullMarked
package vn.tthc.platform.api;

import org.jspecify.annotations.NullMarked;
