/** A TCP proxy between clients and brokers whose connections fail on demand. */
@NullMarked
package org.courant.lab.faults.proxy;

import org.jspecify.annotations.NullMarked;
