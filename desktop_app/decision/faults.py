"""What is wrong with an input, as data: a kind and its particulars; the wording stands with the other texts."""


class Fault(ValueError):
    """An input that cannot be taken.

    `kind` names the sentence in `files.languages.faults`, `particulars` fill it.
    """

    def __init__(self, kind: str, **particulars: object) -> None:
        super().__init__(kind, particulars)
        self.kind = kind
        self.particulars = particulars

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value!r}" for key, value in self.particulars.items())
        return f"{self.kind} ({details})" if details else self.kind
