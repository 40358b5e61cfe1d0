"""One pure writer a format: claims out as JSON lines or CSV, and the schema of what is written."""
