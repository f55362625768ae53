"""What the samples say: one module a sample, with the words in it and how they are set out."""
