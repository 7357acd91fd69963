package it; final class Main {}
