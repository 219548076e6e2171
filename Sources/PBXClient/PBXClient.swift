// A module of its own.
