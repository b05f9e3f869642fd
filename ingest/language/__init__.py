"""Official Chinese prose, read once: what no plan and no model is needed for. Read reading.py first."""
