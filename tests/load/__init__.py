"""The load benchmark: the real application against bare send(), a Node relay and the stock transport."""
