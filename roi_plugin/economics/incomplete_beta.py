"""The regularised incomplete beta function and its inverse.

Continued fraction by the modified Lentz method; see NIST Digital Library of Mathematical Functions, 8.17.22.
"""

import functools
import math

_TINY = 1e-300
_EPSILON = 1e-16
_TERMS = 500
_STEPS = 200
_PRECISE = 1e-14


def beta_share(a: float, b: float, x: float) -> float:
    """I_x(a, b): the probability that a Beta(a, b) quantity is at most `x`; a, b > 0."""
    if x <= 0:
        return 0.0
    if x >= 1:
        return 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - beta_share(b, a, 1.0 - x)
    log_front = a * math.log(x) + b * math.log1p(-x) - math.log(a) - _log_beta(a, b)
    return math.exp(log_front) / _continued_fraction(a, b, x)


@functools.lru_cache(maxsize=4096)
def beta_percentile(a: float, b: float, p: float) -> float:
    """The `x` in 0..1 with I_x(a, b) = p: Newton steps, halving where they leave the bracket."""
    low, high, x = 0.0, 1.0, a / (a + b)
    log_beta = _log_beta(a, b)
    for _ in range(_STEPS):
        excess = beta_share(a, b, x) - p
        low, high = (low, x) if excess > 0 else (x, high)
        log_density = (a - 1) * math.log(x) + (b - 1) * math.log1p(-x) - log_beta
        step = x - excess / math.exp(log_density) if log_density > -_TERMS else low
        following = step if low < step < high else (low + high) / 2
        if abs(following - x) <= _PRECISE * x or not 0 < following < 1:
            return following
        x = following
    return x


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _continued_fraction(a: float, b: float, x: float) -> float:
    value, c, d = 1.0, 1.0, 0.0
    for term in range(1, _TERMS):
        m = term // 2
        if term % 2:
            numerator = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        else:
            numerator = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        d = 1.0 / ((1.0 + numerator * d) or _TINY)
        c = (1.0 + numerator / c) or _TINY
        value *= c * d
        if abs(c * d - 1.0) < _EPSILON:
            break
    return value
