/** Tests of the test kit, with an application that the processor made. */
package dev.vitrine.testing;
