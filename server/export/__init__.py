"""What goes home from a workshop: one file per format, all fed by one view of the board."""
