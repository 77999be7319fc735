"""Loudness and true peak of files, measured on what they decode to.

measure.py FILE...: for each file a line with its integrated loudness in LUFS (ITU-R BS.1770-4 by pyloudnorm) and the
true peak in dBTP of its eight times oversampled signal (SciPy; the recommendation asks for at least four times).
"""

import math
import sys

import av
import numpy
import pyloudnorm
from scipy.signal import resample_poly


def decode(file):
    with av.open(file) as container:
        stream = container.streams.audio[0]
        frames = [frame.to_ndarray() for frame in container.decode(stream)]
        return numpy.concatenate(frames, axis=1).T.astype(numpy.float64), stream.rate


def peak(samples):
    most = max(numpy.abs(resample_poly(channel, 8, 1)).max() for channel in samples.T)
    return 20 * math.log10(max(most, 1e-6))


for file in sys.argv[1:]:
    samples, rate = decode(file)
    print(pyloudnorm.Meter(rate).integrated_loudness(samples), peak(samples), flush=True)
