"""The tab to set plans side by side by topics. Read compare_tab.py first."""
