"""What people take away: tables as CSV and Excel, talks as Markdown and Word. Read table.py and talk.py first."""

__all__ = ["csv_file", "excel", "found_table", "save", "table", "talk", "word", "words"]
