"""Resolution: whom pronouns and other pointing words mean, from what a reader has in mind."""
