/**
 * Benchmarks of whole flows over tables of any size, run by {@code mvn -Pbenchmark}. Each prints
 * lines of a Markdown table. Nothing here is a test: figures belong to the machine they were taken
 * on.
 */
package org.quarry.benchmark;
