/** The agent, driven from the outside: its tool on real files, its program as a process of its own. */
package dev.vitrine.example.agent;
