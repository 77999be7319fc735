from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

FOLDER = Path(__file__).parents[1]

USE = """
import sys
sys.path.insert(0, sys.argv[1])
import clipforge
assert clipforge.__file__.startswith(sys.argv[1]), clipforge.__file__
print(clipforge.ClipForge(api_key="cf_test_x", base_url="http://localhost"), clipforge.__version__)
"""


def test_the_wheel_holds_the_whole_package_and_works(tmp_path: Path) -> None:
    source = tmp_path / "source"
    left_out = shutil.ignore_patterns("build", "*.egg-info", "__pycache__", ".*", "tests")
    shutil.copytree(FOLDER, source, ignore=left_out)
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps"]
    subprocess.run([*pip, "-w", str(tmp_path), str(source)], check=True)
    (wheel,) = tmp_path.glob("clipforge-*.whl")

    parts = {str(it.relative_to(FOLDER)) for it in (FOLDER / "clipforge").rglob("*.py")}
    with ZipFile(wheel) as archive:
        held = {it for it in archive.namelist() if ".dist-info/" not in it}
    assert held == parts | {"clipforge/py.typed"}

    use = [sys.executable, "-I", "-c", USE, str(wheel)]
    told = subprocess.run(use, check=True, capture_output=True, text=True).stdout
    assert told == "ClipForge('http://localhost') 0.1.0\n"
