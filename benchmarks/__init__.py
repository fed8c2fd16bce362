"""How fast, beside other libraries, all in one run: ratios count, since machines differ and are noisy."""
