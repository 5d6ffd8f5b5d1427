/** The contracts on MongoDB: on a double in every build, on a real one where there is one. */
@org.jspecify.annotations.NullMarked
package vn.tthc.platform.mongo;
