"""How the board came to be: a log in words, a replay, and a way back to an earlier moment."""
