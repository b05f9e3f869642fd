"""The styles and the script of Manage alone."""

from pathlib import Path

FOLDER = Path(__file__).parent


def manage_head() -> str:
    """The styles of Manage alone."""
    return f"<style>{(FOLDER / 'manage.css').read_text(encoding='utf-8')}</style>"


def manage_script() -> str:
    """The script of Manage alone."""
    return (FOLDER / "upload.js").read_text(encoding="utf-8")
