"""Dating: when each claim holds by the words around it."""
