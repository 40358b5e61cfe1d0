"""Names: which words of a document are names, their parts, and whose they are."""
