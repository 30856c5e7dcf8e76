"""Cards that say nearly the same: suggestions only. Nothing here moves a card."""
