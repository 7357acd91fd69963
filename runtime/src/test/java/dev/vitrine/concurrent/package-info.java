/** Several real processes that share one user's settings and state. */
package dev.vitrine.concurrent;
