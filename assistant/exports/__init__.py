"""What people take away: tables as CSV and Excel, talks as Markdown and Word. Read table.py and talk.py first."""
