/**
 * What is sent by each protocol, from a declaration to the receiver's side: compiled by Vitrine's processor, sent by its
 * runtime to a loopback address, and read by the software of those who made the protocol.
 */
package dev.vitrine.protocols;
