"""How is a name written, split, compared? Text only; knows no sanctions."""
