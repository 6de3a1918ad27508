HELP = "new"


def new() -> None:
    raise NotImplementedError
