HELP = "explain"


def explain() -> None:
    raise NotImplementedError
