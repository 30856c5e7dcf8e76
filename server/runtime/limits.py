"""How long a connection may say nothing, however it is served."""

# Longer than a phone's silence between two pings (8 s + 6 s), short enough to drop half-open connections.
SECONDS_OF_SILENCE = 20
