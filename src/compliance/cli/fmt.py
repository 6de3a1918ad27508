HELP = "fmt"


def fmt() -> None:
    raise NotImplementedError
