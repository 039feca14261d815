"""The one exception a person may see: a sentence that says what was kept and what to do."""


class Refusal(Exception):
    """Something a person asked for cannot be done.

    `sentence` is shown as it is, in the person's language: it names the file or the thing, says
    what was kept and what to do. `details` are further lines (line and column of a mistake, the
    fields set aside); a bug is never a Refusal.
    """

    def __init__(self, sentence: str, details: tuple[str, ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.details = details
