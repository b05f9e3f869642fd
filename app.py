"""Starts the web page; nothing else. It takes the options of `eduplan serve`: --store, --host, --port."""

import sys

from assistant.cli import main

if __name__ == "__main__":
    sys.argv.insert(1, "serve")
    main()
