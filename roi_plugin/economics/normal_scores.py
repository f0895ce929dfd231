"""The normal distribution over arrays: its inverse by Wichura's algorithm AS 241 (1988), its shares by erfc."""

import math

import numpy as np
from numpy.typing import NDArray

_CENTRE = (
    (
        3.3871328727963666080,
        1.3314166789178437745e2,
        1.9715909503065514427e3,
        1.3731693765509461125e4,
        4.5921953931549871457e4,
        6.7265770927008700853e4,
        3.3430575583588128105e4,
        2.5090809287301226727e3,
    ),
    (
        1.0,
        4.2313330701600911252e1,
        6.8718700749205790830e2,
        5.3941960214247511077e3,
        2.1213794301586595867e4,
        3.9307895800092710610e4,
        2.8729085735721942674e4,
        5.2264952788528545610e3,
    ),
)
_SHOULDER = (
    (
        1.42343711074968357734,
        4.63033784615654529590,
        5.76949722146069140550,
        3.64784832476320460504,
        1.27045825245236838258,
        2.41780725177450611770e-1,
        2.27238449892691845833e-2,
        7.74545014278341407640e-4,
    ),
    (
        1.0,
        2.05319162663775882187,
        1.67638483018380384940,
        6.89767334985100004550e-1,
        1.48103976427480074590e-1,
        1.51986665636164571966e-2,
        5.47593808499534494600e-4,
        1.05075007164441684324e-9,
    ),
)
_TAIL = (
    (
        6.65790464350110377720,
        5.46378491116411436990,
        1.78482653991729133580,
        2.96560571828504891230e-1,
        2.65321895265761230930e-2,
        1.24266094738807843860e-3,
        2.71155556874348757815e-5,
        2.01033439929228813265e-7,
    ),
    (
        1.0,
        5.99832206555887937690e-1,
        1.36929880922735805310e-1,
        1.48753612908506148525e-2,
        7.86869131145613259100e-4,
        1.84631831751005468180e-5,
        1.42151175831644588870e-7,
        2.04426310338993978564e-15,
    ),
)
_HALF_CENTRE = 0.425
_CENTRE_SQUARE = 0.180625
_TAIL_BEGINS = 5.0
_SHOULDER_SHIFT = 1.6
_erfc = np.frompyfunc(math.erfc, 1, 1)

Vector = NDArray[np.float64]


def normal_scores(shares: Vector) -> Vector:
    """The normal scores of shares strictly between 0 and 1, to 1e-15 of relative error; any shape."""
    centred = shares - 0.5
    square = _CENTRE_SQUARE - centred * centred
    scores = centred * _ratio(_CENTRE, square)
    outside = np.abs(centred) > _HALF_CENTRE
    far = shares[outside]
    depth = np.sqrt(-np.log(np.minimum(far, 1.0 - far)))
    shoulder = _ratio(_SHOULDER, depth - _SHOULDER_SHIFT)
    tail = depth > _TAIL_BEGINS
    shoulder[tail] = _ratio(_TAIL, depth[tail] - _TAIL_BEGINS)
    scores[outside] = np.copysign(shoulder, centred[outside])
    return scores


def shares_below(scores: Vector) -> Vector:
    """The share of a standard normal distribution below each score, exact in the lower tail."""
    below = np.asarray(_erfc(scores * -math.sqrt(0.5)), dtype=np.float64)
    return below / 2


def _ratio(polynomials: tuple[tuple[float, ...], tuple[float, ...]], at: Vector) -> Vector:
    above, below = (np.full_like(at, factors[-1]) for factors in polynomials)
    for upper, lower in zip(polynomials[0][-2::-1], polynomials[1][-2::-1], strict=True):
        above = above * at + upper
        below = below * at + lower
    return above / below
