"""Counts the tests of all languages: tally.py FOLDER

FOLDER holds one folder per suite with its JUnit XML reports, and in it a file `broken` when the suite did not end well.
A broken suite without a failed test, and a suite without any test, count as one failure: silence is not success.
The last line is `N passed, M failed`, with `, K skipped` when some were; the exit code is 1 unless M is 0.
"""

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path


def main(folder: Path) -> int:
    suites = sorted(it for it in folder.iterdir() if it.is_dir())
    total = sum((tally(it) for it in suites), Counter())
    if not suites:
        total["failed"] = 1
    line = f"{total['passed']} passed, {total['failed']} failed"
    print(line + (f", {total['skipped']} skipped" if total["skipped"] else ""))
    return 1 if total["failed"] else 0


def tally(suite: Path) -> Counter:
    count = Counter()
    for report in sorted(suite.rglob("*.xml")):
        count += tally_report(report)
    broken = (suite / "broken").exists()
    if not count or broken and not count["failed"]:
        print(f"FAILED {suite.name}: " + ("did not end well" if broken else "no test was run"))
        count["failed"] += 1
    return count


def tally_report(report: Path) -> Counter:
    try:
        cases = list(ElementTree.parse(report).iter("testcase"))
    except ElementTree.ParseError as error:
        print(f"FAILED {report}: {error}")
        return Counter(failed=1)
    count = Counter()
    for case in cases:
        result = outcome(case)
        count[result] += 1
        if result == "failed":
            print(f"FAILED {case.get('classname')}: {case.get('name')}")
    return count


def outcome(case: ElementTree.Element) -> str:
    children = {child.tag for child in case}
    if children & {"failure", "error"}:
        return "failed"
    return "skipped" if "skipped" in children else "passed"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
