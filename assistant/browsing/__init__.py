"""Plans to look through: search for staff, the reading view, two plans side by side, topics across plans."""
