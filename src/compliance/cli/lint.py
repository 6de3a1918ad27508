HELP = "lint"


def lint() -> None:
    raise NotImplementedError
