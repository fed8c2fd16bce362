"""`python -m desktop_app` and the command `parallel-paths`."""

import os
import sys


def main() -> int:
    from desktop_app.cli import run

    code = run(sys.argv[1:])
    if "PySide6.QtWidgets" in sys.modules:
        # What Python frees after Qt's application has gone may crash; all is written and said by now.
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
