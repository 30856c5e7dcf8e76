"""Practice: forty simulated people who write real workshop cards, for a rehearsal."""
