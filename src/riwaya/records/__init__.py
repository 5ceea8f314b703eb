"""The nouns: records that travel between the stages."""
