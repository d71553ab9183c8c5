"""What does a text say, about whom, on whose word? Text in, claims with their chains out; nobody is listed."""
