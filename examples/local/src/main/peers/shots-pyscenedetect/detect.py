"""The cuts of films as PySceneDetect finds them, with the defaults of one of its detectors.

detect.py adaptive|content FILM...: for each film a line with the seconds it took and the time of each cut.
"""

import sys
import time

from scenedetect import SceneManager, open_video
from scenedetect.detectors import AdaptiveDetector, ContentDetector

DETECTORS = {"adaptive": AdaptiveDetector, "content": ContentDetector}

for film in sys.argv[2:]:
    start = time.perf_counter()
    manager = SceneManager()
    manager.add_detector(DETECTORS[sys.argv[1]]())
    manager.detect_scenes(open_video(film))
    cuts = [begin.seconds for begin, _ in manager.get_scene_list()[1:]]
    print(time.perf_counter() - start, *cuts, flush=True)
