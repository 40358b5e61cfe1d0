"""The local page over a project: thin routes over views. Only here is HTTP known."""
