"""The Arabic language: pure functions over strings, no tables of the world."""
