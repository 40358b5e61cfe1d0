"""Plain values for whoever shows claims: command line, page, plot and export draw from the same ones."""
