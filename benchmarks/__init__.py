"""What the README claims, each a script that prints its table: `python -m benchmarks.answers`."""
