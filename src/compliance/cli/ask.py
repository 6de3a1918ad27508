HELP = "ask"


def ask() -> None:
    raise NotImplementedError
