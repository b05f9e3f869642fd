"""What the signals weigh, and what refuses a sentence by itself."""

from assistant.claims.findings import Kind
from assistant.claims.signals import Weights

# The signals of which more speaks for the sentence; of all others more speaks against it.
SUPPORTING = frozenset({"exact", "near", "pairs", "best", "local", "full", "least_clause", "order"})
DECISIVE = frozenset(Kind) - {Kind.PROPER, Kind.NAME}  # of which one is enough to refuse a sentence
OF_PAPERS = Weights(intercept=-0.42, of={'exact': 0.2, 'near': 1.69, 'gap': -1.41, 'things': -1.85, 'full': 0.78, 'least_clause': 2.58, 'lacking': -1.15, 'hole': -2.11, 'figures': -1.56, 'figure': -6.12, 'swapped': -5.95, 'bound': -4.78, 'place': -3.67, 'actor': -0.74, 'denial': -4.55, 'mood': -2.59, 'opposite': -4.43, 'kind': -3.41})
OF_EVIDENCE = Weights(intercept=-2.37, of={'near': 1.42, 'pairs': 0.41, 'best': 1.45, 'local': 0.85, 'gap': -1.94, 'lacked_things': -0.88, 'least_clause': 0.67, 'hole': -0.96, 'figures': -2.56, 'figure': -0.7, 'names': -0.09, 'place': -0.27, 'mood': -0.06, 'opposite': -0.19, 'order': 1.64})
LEAST_OF_PAPERS = 0.5
LEAST_OF_EVIDENCE = 0.5
