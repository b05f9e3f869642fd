"""What the signals weigh, and what refuses a sentence by itself."""

from assistant.claims.findings import Kind
from assistant.claims.signals import Weights

# The signals of which more speaks for the sentence; of all others more speaks against it.
SUPPORTING = frozenset({"exact", "near", "pairs", "best", "local", "full", "least_clause", "order"})
DECISIVE = frozenset(Kind) - {Kind.PROPER, Kind.NAME}  # of which one is enough to refuse a sentence
OF_PAPERS = Weights(-0.36, {'exact': 0.11, 'near': 1.94, 'gap': -1.82, 'lacked': -0.29, 'things': -1.51, 'full': 0.46, 'least_clause': 2.5, 'lacking': -1.66, 'hole': -1.95, 'figures': -1.53, 'figure': -6.02, 'swapped': -5.94, 'bound': -4.76, 'names': -0.23, 'place': -3.5, 'actor': -0.82, 'denial': -4.51, 'mood': -2.63, 'opposite': -4.36, 'kind': -2.89})
OF_EVIDENCE = Weights(-2.52, {'near': 1.66, 'pairs': 0.32, 'best': 1.48, 'local': 0.84, 'gap': -1.85, 'lacked_things': -0.86, 'least_clause': 0.65, 'hole': -0.96, 'figures': -2.43, 'figure': -0.75, 'names': -0.08, 'place': -0.3, 'mood': -0.07, 'opposite': -0.24, 'order': 1.65})
LEAST_OF_PAPERS = 0.5
LEAST_OF_EVIDENCE = 0.5
