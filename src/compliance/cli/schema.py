HELP = "schema"


def schema() -> None:
    raise NotImplementedError
