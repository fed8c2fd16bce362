"""Numbers as people read them: true minus, a thin space before the per cent sign, nothing that rounds to a lie."""

MINUS = "−"
THIN = "\u202f"


def decimal(number: float, decimals: int = 1) -> str:
    """A number with a true minus sign; what rounds to zero has none."""
    text = f"{number:.{decimals}f}"
    if text.startswith("-"):
        text = text[1:] if float(text) == 0 else MINUS + text[1:]
    return text


def percent(share: float, decimals: int = 0) -> str:
    """A share (0–1) in per cent: “<1 %” and “>99 %” where rounding would say none or all."""
    share = round(share, 9)
    smallest = 10.0 ** (-decimals - 2)
    if 0 < share < smallest / 2:
        return f"<{decimal(smallest * 100, decimals)}{THIN}%"
    if 1 - smallest / 2 < share < 1:
        return f">{decimal(100 - smallest * 100, decimals)}{THIN}%"
    return f"{decimal(share * 100, decimals)}{THIN}%"
