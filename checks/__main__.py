"""`python -m checks` prints what is wrong, a line each, and exits with 1 where anything is."""

import sys

from checks.catalogue import catalogue_faults
from checks.source import read_modules
from checks.unused import unused_names
from checks.weights import pasted_weights


def main() -> None:
    modules = read_modules()
    faults = [*unused_names(modules), *pasted_weights(modules), *catalogue_faults(modules)]
    for fault in faults:
        print(fault)
    if faults:
        sys.exit(f"{len(faults)} faults")
    print(f"Nothing unused, no pasted weights, catalogues whole: {len(modules)} modules")


if __name__ == "__main__":
    main()
