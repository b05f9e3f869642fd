"""What to quote of the items that answer: whole sentences, list entries with their subject, rows with their columns."""
