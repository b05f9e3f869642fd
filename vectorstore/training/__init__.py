"""How the embedded model is made: `python -m vectorstore.training --help`; nothing here is needed to use EduPlan."""

__all__: list[str] = []  # it is run, not imported
