"""Shades between two colours, evenly spaced to the eye.

Interpolates in OKLab (Björn Ottosson, *A perceptual color space for image processing*, 2020).
"""

import numpy as np

_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _linear(colour: str) -> np.ndarray:
    channels = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def _oklab(colour: str) -> np.ndarray:
    return _TO_LAB @ np.cbrt(_TO_LMS @ _linear(colour))


def _colour(lab: np.ndarray) -> str:
    linear = np.linalg.solve(_TO_LMS, np.linalg.solve(_TO_LAB, lab) ** 3).clip(0, 1)
    channels = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels.clip(0, 1))


def shades(dark: str, light: str, count: int) -> list[str]:
    """`count` colours from dark to light; one alone is the dark one, two stand at a distance of two thirds."""
    if count == 1:
        return [dark]
    start, end = _oklab(dark), _oklab(light)
    reach = 0.67 if count == 2 else 1.0
    return [_colour(start + (end - start) * reach * at / (count - 1)) for at in range(count)]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted((float(weights @ _linear(one)), float(weights @ _linear(other))))
    return (high + 0.05) / (low + 0.05)
