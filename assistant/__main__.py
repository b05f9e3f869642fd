"""`python -m assistant` is the program `eduplan`."""

from assistant.cli import main

main()
