/**
 * Support vector machines for classes: kernels, the dual problem of one pair of classes and its
 * solver, the machine that comes out, and the same as a classifier of Weka.
 */
@NullMarked
package org.quarry.learning.svm;

import org.jspecify.annotations.NullMarked;
